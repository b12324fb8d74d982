"""A pasted text becomes the official wording of an edition, whole, or is refused with all that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.official import OfficialCriterion, OfficialError, OfficialIndicator
from auditblanc.domain.official_paste import Part, Passage, official_texts, passages
from auditblanc.domain.referential import Verification
from tests.conftest import DATA
from tests.domain.official_samples import BY, ON, URL, level, pasted, statement, title


@pytest.fixture(scope="module")
def small():
    """Five indicators (1, 2, 3, 40, 41) under two criteria (1, 9); the level of 40 is not published."""
    return load([DATA / "editions"]).edition("autre-2027")


def read(text, edition):
    return official_texts(text, edition, by=BY, on=ON, url=URL)


def refused(text, edition, **person):
    with pytest.raises(OfficialError) as caught:
        official_texts(text, edition, **{"by": BY, "on": ON, "url": URL, **person})
    return caught.value.problems


# --- cutting a text at its headings


@pytest.mark.parametrize(
    "heading",
    [
        "Indicateur 12",
        "Indicateur 12 :",
        "Indicateur n° 12",
        "Indicateur n°12 –",
        "INDICATEUR N° 12.",
        "indicateur 12)",
        "Indicateur\u00a012\u00a0:",
        "## Indicateur 12",
        "**Indicateur 12** :",
        "• Indicateur 12 —",
        "  Indicateur 12\t",
    ],
)
def test_a_heading_of_an_indicator_is_written_in_many_ways(heading):
    below, beside = f"{heading}\nLe prestataire informe.", f"{heading} Le prestataire informe."

    expected = Passage(part=Part.INDICATOR, number=12, words="Le prestataire informe.")

    assert list(passages(below))[1:] == [expected]
    assert list(passages(beside))[1:] == [expected]


@pytest.mark.parametrize("heading", ["Critère 3", "Critère n° 3 :", "CRITERE 3 -", "Crite\u0300re 3 :"])
def test_a_heading_of_a_criterion_is_written_in_many_ways(heading):
    assert list(passages(f"{heading} L’accueil"))[1:] == [Passage(part=Part.CRITERION, number=3, words="L’accueil")]


@pytest.mark.parametrize(
    "heading", ["Niveau attendu\n", "Niveau attendu :", "NIVEAUX ATTENDUS -", "**Niveau attendu** :"]
)
def test_an_expected_level_is_that_of_the_statement_above(heading):
    found = list(passages(f"Indicateur 5 : Il définit.\n{heading} Démontrer."))

    assert found[1:] == [
        Passage(part=Part.INDICATOR, number=5, words="Il définit."),
        Passage(part=Part.LEVEL, number=5, words="Démontrer."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Les indicateurs 3 et 7 visent la certification.",
        "Indicateurs 3 et 7",
        "Indicateur douze",
        "Indicateur 12345",
        "Niveau attendu par le certificateur",
        "Selon le critère 2, il informe.",
        "Critères 1 à 7",
    ],
)
def test_a_sentence_is_not_a_heading(line):
    assert list(passages(f"Indicateur 1\nIl informe.\n{line}"))[1:] == [
        Passage(part=Part.INDICATOR, number=1, words=f"Il informe.\n{line}")
    ]


def test_words_are_kept_as_pasted_but_for_blanks():
    text = "\ufeffIndicateur 1\r\n\r\n  Il informe :  \r\n- du prix ;\r\n\r\n\r\n\r\n- du délai.\x0c\r\n"

    assert list(passages(text))[1:] == [
        Passage(part=Part.INDICATOR, number=1, words="Il informe :\n- du prix ;\n\n- du délai.")
    ]


@given(
    st.lists(st.sampled_from(["Indicateur 3 :", "Niveau attendu", "Critère 2", "Il informe.", "", "n° 4"]), max_size=12)
)
def test_no_word_is_lost(lines):
    words = [passage.words for passage in passages("\n".join(lines))]

    assert "".join(words).replace("\n", "") == "".join(line for line in lines if line in ("Il informe.", "n° 4"))


# --- a whole text


def test_the_statements_are_enough(small):
    texts = read(pasted(small), small)

    assert texts.edition == "autre-2027"
    assert texts.verification == Verification(by=BY, on=ON, url=URL)
    assert texts.indicators == tuple(OfficialIndicator(number=n, statement=statement(n)) for n in (1, 2, 3, 40, 41))
    assert texts.criteria == ()


def test_levels_and_titles_may_come_with_them(small):
    texts = read(pasted(small, levels=(1, 2, 3, 41), titles=(1, 9)), small)

    assert texts.indicators[0] == OfficialIndicator(number=1, statement=statement(1), expected_level=level(1))
    assert texts.indicators[3] == OfficialIndicator(number=40, statement=statement(40))
    assert texts.criteria == (OfficialCriterion(number=1, title=title(1)), OfficialCriterion(number=9, title=title(9)))


def test_indicators_may_come_in_any_order(small):
    parts = pasted(small).split("\nIndicateur ")

    texts = read("\nIndicateur ".join(["", *parts[1:], parts[0].removeprefix("Indicateur ")]), small)

    assert [indicator.number for indicator in texts.indicators] == [1, 2, 3, 40, 41]


def test_the_name_and_the_address_are_cleaned(small):
    texts = official_texts(pasted(small), small, by="  Camille\tEssai ", on=ON, url=f" {URL}\n")

    assert texts.verification == Verification(by="Camille Essai", on=ON, url=URL)


@pytest.mark.parametrize("edition", ["2019-v7", "2019-v9", "2026-v9"])
def test_each_shipped_edition_can_be_completed(catalogue, edition):
    found = catalogue.edition(edition)
    levels = tuple(number for number in found.numbers if number != 33)

    texts = read(pasted(found, levels=levels, titles=tuple(range(1, 8))), found)

    assert [indicator.number for indicator in texts.indicators] == list(found.numbers)


# --- what is refused, all at once


def test_a_text_of_another_edition_says_what_is_missing_double_and_unknown(small):
    text = "Indicateur 1 : A\nIndicateur 3 : C\nIndicateur 3 : D\nIndicateur 50 : E\nIndicateur 60 : F"

    assert refused(text, small) == (
        "Il manque l’énoncé des indicateurs 2, 40 et 41.",
        "On trouve plusieurs fois l’énoncé de l’indicateur 3.",
        "L’édition ne connaît pas l’énoncé des indicateurs 50 et 60.",
    )


def test_a_heading_without_words_is_a_missing_statement(small):
    text = pasted(small).replace(statement(2), "")

    assert refused(text, small) == ("Il manque l’énoncé de l’indicateur 2.",)


def test_levels_are_given_wherever_one_is_published_or_nowhere(small):
    assert refused(pasted(small, levels=(1, 40)), small) == (
        "Il manque le niveau attendu des indicateurs 2, 3 et 41.",
        "L’édition ne connaît pas le niveau attendu de l’indicateur 40.",
    )


def test_titles_are_all_given_or_none(small):
    assert refused(pasted(small, titles=(9,)), small) == ("Il manque le titre du critère 1.",)


def test_a_level_given_twice_is_told(small):
    text = pasted(small, levels=(1, 2, 3, 41)).replace(level(2), f"{level(2)}\nNiveau attendu :\nEncore.")

    assert refused(text, small) == ("On trouve plusieurs fois le niveau attendu de l’indicateur 2.",)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("Annexe du décret\n", "Annexe du décret"),
        ("Niveau attendu : Démontrer.\n", "Démontrer."),
        ("Critère 1 : L’accueil\nNiveau attendu : Démontrer.\nCritère 9 : Le séjour\n", "Démontrer."),
        (f"{'mot ' * 40}\n", "mot mot mot mot mot mot mot mot mot mot mot mot mot mot mot…"),
    ],
    ids=["words before any heading", "a level before any statement", "a level under a criterion", "a long passage"],
)
def test_words_under_no_indicator_are_never_dropped_in_silence(small, before, shown):
    assert refused(before + pasted(small), small) == (
        f"Ce passage ne suit aucun titre « Indicateur … » : « {shown} ». Retirez-le ou déplacez-le.",
    )


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ({"by": " "}, "Le nom de la personne qui a vérifié le texte manque : donnez-le."),
        (
            {"url": "legifrance.gouv.fr"},
            "L’adresse « legifrance.gouv.fr » n’est pas celle d’une page : elle doit commencer par https:// ou http://.",
        ),
        (
            {"url": "file:///etc/passwd"},
            "L’adresse « file:///etc/passwd » n’est pas celle d’une page : elle doit commencer par https:// ou http://.",
        ),
        (
            {"url": "https:// x"},
            "L’adresse « https:// x » n’est pas celle d’une page : elle doit commencer par https:// ou http://.",
        ),
    ],
)
def test_who_and_where_are_asked(small, person, sentence):
    assert refused(pasted(small), small, **person) == (sentence,)


def test_a_character_that_no_text_holds_is_told(small):
    text = pasted(small).replace("inventé n° 2", "inventé\x00 n° 2")

    assert refused(text, small) == (
        "Le texte contient un caractère illisible (code U+0000) : effacez-le et ressaisissez ce passage.",
    )


def test_an_empty_text_lacks_everything(small):
    assert refused("", small) == ("Il manque l’énoncé des indicateurs 1, 2, 3, 40 et 41.",)
