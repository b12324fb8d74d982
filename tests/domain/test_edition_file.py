"""One TOML file an edition: what its heading says, and how it completes the edition it is based on."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.edition_file import EditionError, Heading, complete, heading, parse
from auditblanc.domain.structure import StructureError

HEADING = 'id = "x-2030"\ntitle = "Édition inventée"\nchecked_on = 2030-01-02\n'


def test_heading_gives_title_dates_and_base():
    text = HEADING + 'based_on = "2026-v9"\naudits_from = 2030-02-01\naudits_to = 2030-12-31\nreferential = "rnq"\n'

    assert heading(text, "x.toml") == Heading(
        id="x-2030",
        title="Édition inventée",
        checked_on=date(2030, 1, 2),
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
        (HEADING.replace("x-2030", ""), "x.toml › id : ce champ est vide ; il donne son identifiant à l’édition."),
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


def test_a_file_without_base_stands_as_it_is_in_the_order_of_its_numbers():
    table = {"id": "x", "indicators": [{"number": 2}, {"number": 1}], "rules": {"cycle": {"a": 1}}}

    assert complete(table, None) == {
        "id": "x",
        "indicators": [{"number": 1}, {"number": 2}],
        "rules": {"cycle": {"a": 1}},
        "criteria": [],
        "conditions": [],
        "sources": [],
    }


def test_what_names_an_edition_and_says_when_it_holds_is_never_inherited():
    base = {
        "id": "x",
        "title": "X",
        "based_on": "w",
        "audits_from": 1,
        "audits_to": 2,
        "checked_on": 3,
        "unknowns": [4],
        "referential": "rnq",
        "introduction": ["a"],
    }

    completed = complete({"id": "y"}, base)

    assert {name: completed[name] for name in completed if completed[name]} == {
        "id": "y",
        "referential": "rnq",
        "introduction": ["a"],
    }


def test_each_rule_and_each_legal_text_replaces_the_base_whole():
    base = {"decree": {"name": "A", "note": "n"}, "guide": {"name": "V9"}, "rules": {"cycle": {"a": 1, "b": 2}, "c": 3}}

    completed = complete({"decree": {"name": "B"}, "rules": {"cycle": {"a": 9}}}, base)

    assert completed["decree"] == {"name": "B"}
    assert completed["guide"] == {"name": "V9"}
    assert completed["rules"] == {"cycle": {"a": 9}, "c": 3}


def test_entries_are_completed_by_number_or_key_and_new_ones_find_their_place():
    base = {
        "indicators": [{"number": 1, "title": "a", "applies": {"AF": {}}}, {"number": 3}],
        "sources": [{"key": "SEED", "label": "fiche"}],
    }
    own = {
        "indicators": [{"number": 2}, {"number": 1, "applies": {"BC": {}}}],
        "sources": [{"key": "ABC"}, {"key": "SEED", "url": "https://example.org"}],
    }

    completed = complete(own, base)

    assert completed["indicators"] == [{"number": 1, "title": "a", "applies": {"BC": {}}}, {"number": 2}, {"number": 3}]
    assert completed["sources"] == [
        {"key": "SEED", "label": "fiche", "url": "https://example.org"},
        {"key": "ABC"},
    ]


def test_verified_is_said_of_one_edition_and_not_inherited():
    verified = {"official": "Le prestataire informe.", "verification": {"by": "Camille"}}

    completed = complete({}, {"indicators": [{"number": 1, "statement": verified}]})

    assert completed["indicators"] == [{"number": 1, "statement": {"official": "Le prestataire informe."}}]


def test_removed_indicators_are_gone():
    base = {"indicators": [{"number": 1}, {"number": 2}, {"number": 3}]}

    completed = complete({"removed": [2]}, base)

    assert completed["indicators"] == [{"number": 1}, {"number": 3}]
    assert "removed" not in completed


@pytest.mark.parametrize(
    ("removed", "sentence"),
    [
        ([40], "removed : l’indicateur 40 n’existe pas dans l’édition de base."),
        (40, "removed : une liste est attendue."),
    ],
)
def test_removing_what_is_not_there_is_a_fault(removed, sentence):
    with pytest.raises(StructureError) as caught:
        complete({"removed": removed}, {"indicators": [{"number": 1}]})

    assert str(caught.value) == sentence
