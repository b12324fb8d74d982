"""The official wording is kept in a file beside the editions, and shown first when they are loaded again."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.edition_file import EditionError
from auditblanc.domain.official import OfficialCriterion, OfficialError, OfficialIndicator, OfficialTexts, shown_in
from auditblanc.domain.official_file import file_name, read, write
from auditblanc.domain.official_paste import official_texts
from auditblanc.domain.referential import Verification
from tests.conftest import DATA
from tests.domain.official_samples import BY, ON, URL, level, pasted, statement, title
from tests.strategies import dates, filled, named, texts

AGAIN = "Retirez-le, puis relevez le texte officiel à nouveau."
ALL = tuple(range(1, 33))
VERIFICATION = Verification(by=BY, on=ON, url=URL)


def complete(folder, catalogue, edition="2019-v7", **given_too):
    """Complete an edition from a pasted text, as the command does, and load the editions again."""
    found = catalogue.edition(edition)
    text = official_texts(pasted(found, **given_too), found, by=BY, on=ON, url=URL)
    (folder / file_name(edition)).write_text(write(text), "utf-8")
    return load([folder])


def test_a_completed_edition_shows_its_official_wording_first_and_verified(tmp_path, catalogue):
    again = complete(tmp_path, catalogue, levels=ALL, titles=tuple(range(1, 8))).edition("2019-v7")

    for number in ALL:
        indicator = again.indicator(number)
        assert (indicator.statement.text, indicator.statement.verification) == (statement(number), VERIFICATION)
        assert (indicator.expected_level.text, indicator.expected_level.verification) == (level(number), VERIFICATION)
    assert [criterion.title.text for criterion in again.criteria] == [title(number) for number in range(1, 8)]
    assert again.criteria[0].title.verification == VERIFICATION


def test_the_form_s_words_stay_under_the_official_ones(tmp_path, catalogue):
    before = catalogue.edition("2019-v7").indicator(12)

    after = complete(tmp_path, catalogue).edition("2019-v7").indicator(12)

    assert after == replace(
        before, statement=replace(before.statement, official=statement(12), verification=VERIFICATION)
    )


def test_the_editions_based_on_it_are_untouched(tmp_path, catalogue):
    again = complete(tmp_path, catalogue, levels=ALL)

    assert again.edition("2019-v9") == catalogue.edition("2019-v9")
    assert again.edition("2026-v9") == catalogue.edition("2026-v9")


def test_what_is_pending_is_still_said_under_an_official_level(tmp_path, catalogue):
    again = complete(tmp_path, catalogue, "2026-v9", levels=ALL).edition("2026-v9")

    assert again.indicator(1).expected_level.text == f"{level(1)}\nPour la partie nouvelle : non publié (guide V10)."
    assert again.indicator(33).expected_level == catalogue.edition("2026-v9").indicator(33).expected_level
    assert again.indicator(33).statement.text == statement(33)


def test_a_verified_wording_says_by_whom_when_and_where():
    assert VERIFICATION.sentence == f"Vérifié par Camille Essai le 22 novembre 2026, d’après {URL}"


def test_a_later_folder_replaces_the_official_wording(tmp_path, catalogue):
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    complete(first, catalogue)
    text = (first / file_name("2019-v7")).read_text("utf-8").replace("l’énoncé inventé n° 12", "un autre énoncé")
    (second / file_name("2019-v7")).write_text(text, "utf-8")

    again = load([first, second]).edition("2019-v7")

    assert again.indicator(12).statement.text == "Le prestataire tient un autre énoncé."


def test_an_edition_dropped_in_is_completed_beside_its_file(tmp_path):
    shutil.copy(DATA / "editions" / "autre-referentiel.toml", tmp_path)

    again = complete(tmp_path, load([tmp_path]), "autre-2027")

    assert again.edition("autre-2027").indicator(41).statement.verification == VERIFICATION


documents = st.builds(
    OfficialTexts,
    edition=st.just("x-2030"),
    verification=st.builds(Verification, by=named, on=dates, url=st.just(URL)),
    indicators=st.lists(
        st.builds(OfficialIndicator, number=st.integers(1, 99), statement=filled, expected_level=texts), max_size=4
    ).map(tuple),
    criteria=st.lists(st.builds(OfficialCriterion, number=st.integers(1, 9), title=filled), max_size=2).map(tuple),
)


@given(documents)
def test_a_document_reads_back_to_what_was_written(document):
    assert read(write(document), "x-2030.official.json") == document


def test_a_document_is_readable_by_people(catalogue):
    edition = catalogue.edition("2019-v7")

    lines = write(official_texts(pasted(edition), edition, by=BY, on=ON, url=URL)).splitlines()

    assert lines[:7] == [
        "{",
        '  "edition": "2019-v7",',
        '  "verification": {',
        '    "by": "Camille Essai",',
        '    "on": "2026-11-22",',
        f'    "url": "{URL}"',
        "  },",
    ]
    assert '      "statement": "Le prestataire tient l’énoncé inventé n° 12.",' in lines


WHOLE = {
    "edition": "2019-v7",
    "verification": {"by": BY, "on": "2026-11-22", "url": URL},
    "indicators": [{"number": number, "statement": statement(number)} for number in ALL],
}


def without_statement(number):
    return [entry for entry in WHOLE["indicators"] if entry["number"] != number]


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("{", f" : ce fichier n’est pas du JSON correct. {AGAIN}"),
        ("[" * 100_000, f" : ce fichier n’est pas du JSON correct. {AGAIN}"),
        ([], " : une table est attendue."),
        ({**WHOLE, "edition": "2026-v9"}, " › edition : ce fichier porte sur l’édition « 2026-v9 »."),
        ({**WHOLE, "titre": 1}, " › titre : ce champ n’existe pas."),
        (
            {**WHOLE, "verification": {"by": BY, "on": "hier", "url": URL}},
            " › verification › on : une date est attendue (AAAA-MM-JJ), « hier » a été trouvé.",
        ),
        (
            {**WHOLE, "verification": {"by": "", "on": "2026-11-22", "url": URL}},
            " › verification : Le nom de la personne qui a vérifié le texte manque : donnez-le.",
        ),
        (
            {**WHOLE, "indicators": [*without_statement(12), {"number": 12, "statement": " blanc"}]},
            (
                " › indicateur 12 : Le champ « statement » doit être nettoyé (fins de ligne, blancs aux bords) "
                "avant d’être gardé."
            ),
        ),
        ({**WHOLE, "indicators": without_statement(12)}, f" : Il manque l’énoncé de l’indicateur 12. {AGAIN}"),
        (
            {**WHOLE, "criteria": [{"number": 8, "title": "Huit"}]},
            (
                " : Il manque le titre des critères 1, 2, 3, 4, 5, 6 et 7. "
                f"L’édition ne connaît pas le titre du critère 8. {AGAIN}"
            ),
        ),
    ],
)
def test_a_document_at_fault_is_refused_with_its_place(tmp_path, document, sentence):
    text = document if isinstance(document, str) else json.dumps(document)
    (tmp_path / "2019-v7.official.json").write_text(text, "utf-8")
    catalogue = load([tmp_path])

    with pytest.raises(EditionError) as caught:
        catalogue.edition("2019-v7")

    assert str(caught.value) == f"2019-v7.official.json{sentence}"


def test_the_fault_of_one_document_leaves_the_other_editions_alone(tmp_path, catalogue):
    (tmp_path / "2019-v7.official.json").write_text("{", "utf-8")

    assert load([tmp_path]).edition("2026-v9") == catalogue.edition("2026-v9")


def test_a_document_about_no_edition_is_refused(tmp_path):
    (tmp_path / "1815-v1.official.json").write_text("{}", "utf-8")

    with pytest.raises(EditionError) as caught:
        load([tmp_path])

    assert str(caught.value) == (
        "1815-v1.official.json : l’édition « 1815-v1 » n’existe pas ; retirez ce fichier ou ajoutez-la."
    )


def test_texts_that_do_not_fit_an_edition_are_not_shown_in_it(catalogue):
    texts_of_v7 = official_texts(
        pasted(catalogue.edition("2019-v7")), catalogue.edition("2019-v7"), by=BY, on=ON, url=URL
    )

    with pytest.raises(OfficialError) as caught:
        shown_in(catalogue.edition("2026-v9"), texts_of_v7)

    assert caught.value.problems == ("Il manque l’énoncé de l’indicateur 33.",)
