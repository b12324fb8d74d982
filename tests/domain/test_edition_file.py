"""One TOML file an edition: its heading is read apart, and its entries are told apart."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.edition_file import EditionError, Heading, heading, parse

HEADING = 'id = "x-2030"\ntitle = "Édition inventée"\nchecked_on = 2030-01-02\n'


def test_heading_gives_title_dates_and_base():
    text = HEADING + 'based_on = "2026-v9"\naudits_from = 2030-02-01\naudits_to = 2030-12-31\nreferential = "rnq"\n'

    assert heading(text, "x.toml") == Heading(
        id="x-2030",
        title="Édition inventée",
        checked_on=date(2030, 1, 2),
        referential="rnq",
        based_on="2026-v9",
        audits_from=date(2030, 2, 1),
        audits_to=date(2030, 12, 31),
    )


def test_heading_is_read_without_the_entries():
    text = HEADING + "[decree]\nthis is not TOML at all"

    assert heading(text, "x.toml").id == "x-2030"


def test_heading_may_hold_a_line_that_looks_like_a_table():
    text = HEADING + "introduction = '''\n[decree] n’est pas une table ici\n'''\n[decree]\nname = 'Décret'\n"

    assert heading(text, "x.toml").title == "Édition inventée"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            'id = "a\n',
            "x.toml : ce fichier n’est pas du TOML correct (Illegal character '\\n' (at line 1, column 8)).",
        ),
        (
            'id = "a\n[decree]\n',
            "x.toml : ce fichier n’est pas du TOML correct (Illegal character '\\n' (at line 1, column 8)).",
        ),
        ('title = "a"\nchecked_on = 2030-01-02\n', "x.toml › id : ce champ manque."),
        (
            HEADING.replace("x-2030", ""),
            "x.toml › id : des lettres, des chiffres, des points et des tirets sont attendus.",
        ),
        (
            HEADING.replace("x-2030", "../x"),
            "x.toml › id : des lettres, des chiffres, des points et des tirets sont attendus.",
        ),
        ('id = "a"\nchecked_on = 2030-01-02\n', "x.toml › title : ce champ manque."),
        (
            HEADING.replace("2030-01-02", "3"),
            "x.toml › checked_on : une date est attendue (AAAA-MM-JJ), « 3 » a été trouvé.",
        ),
    ],
)
def test_heading_at_fault_is_told(text, sentence):
    with pytest.raises(EditionError) as caught:
        heading(text, "x.toml")

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("= 1", "x.toml : ce fichier n’est pas du TOML correct (Invalid statement (at line 1, column 1))."),
        ("[indicators]\nnumber = 1", "x.toml › indicators : une liste de tables [[indicators]] est attendue."),
        ("criteria = [1, 2]", "x.toml › criteria : une liste de tables [[criteria]] est attendue."),
        ("[[indicators]]\ntitle = 'a'", "x.toml › indicateur à la place 1 : le champ « number » manque."),
        ("[[criteria]]\nnumber = 'un'", "x.toml › critère à la place 1 : le champ « number » manque."),
        ("[[sources]]\nkey = 3", "x.toml › source à la place 1 : le champ « key » manque."),
        (
            "[[indicators]]\nnumber = 12\n[[indicators]]\nnumber = 12",
            "x.toml › indicateur 12 : présent deux fois dans ce fichier.",
        ),
        (
            "[[conditions]]\nkey = 'alternance'\n[[conditions]]\nkey = 'alternance'",
            "x.toml › condition alternance : présent deux fois dans ce fichier.",
        ),
    ],
)
def test_entries_that_cannot_be_told_apart_are_refused(text, sentence):
    with pytest.raises(EditionError) as caught:
        parse(text, "x.toml")

    assert str(caught.value) == sentence


def test_lists_within_lists_without_end_are_no_text():
    with pytest.raises(EditionError, match=r"x.toml : ce fichier imbrique trop de listes"):
        parse(HEADING + "a = " + "[" * 5000 + "]" * 5000, "x.toml")
