"""What people type, and what is understood."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.profile import TurnoverBand
from auditblanc.domain.snapshot import Level
from auditblanc.interchange.workbook import typed, words
from auditblanc.interchange.workbook.words import DoubtError

DAY = date(2026, 9, 12)


@pytest.mark.parametrize(
    ("value", "text"),
    [("à voir", "à voir"), (2025, "2025"), (1.5, "1,5"), (True, "VRAI"), (False, "FAUX"), (DAY, "12/09/2026")],
)
def test_a_cell_is_quoted_as_it_shows(value, text):
    assert typed.as_typed(value) == text


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        46277,
        "12/09/2026",
        " 12-9-2026 ",
        "12.09.2026",
        "12 septembre 2026",
        "12 SEPTEMBRE 2026",
        "2026-09-12",
        "2026-09-12T08:30:00Z",
        "2026-09-12 00:00:00",
    ],
)
def test_a_day_is_understood(value):
    assert typed.day(value) == DAY


def test_the_first_of_the_month_is_understood():
    assert typed.day("1er août 2026") == date(2026, 8, 1)


@pytest.mark.parametrize("value", ["09/2026", "12/09/26", "bientôt", "31/02/2026", "12 brumaire 2026", 12, 1.5, True])
def test_a_day_that_is_not_clear_is_a_doubt(value):
    with pytest.raises(DoubtError):
        typed.day(value)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (5, (5,)),
        ("5", (5,)),
        ("1 ; 5 ; 12", (1, 5, 12)),
        ("1,5,12", (1, 5, 12)),
        ("12 et 5", (12, 5)),
        ("1 5", (1, 5)),
        ("3 à 6", (3, 4, 5, 6)),
        ("3-5 ; 9", (3, 4, 5, 9)),
        ("1 ; 1", (1,)),
    ],
)
def test_numbers_of_indicators_are_understood(value, numbers):
    assert typed.numbers(value) == numbers


@pytest.mark.parametrize("value", [1.5, "tous", "0", "6 à 3", "1 ; ?", True])
def test_numbers_that_are_not_clear_are_a_doubt(value):
    with pytest.raises(DoubtError):
        typed.numbers(value)


@pytest.mark.parametrize(("value", "number"), [(4, 4), ("4", 4), (" 1 250 ", 1250), ("4,0", 4), (0, 0)])
def test_a_whole_number_is_understood(value, number):
    assert typed.whole_number(value) == number


@pytest.mark.parametrize("value", [-1, 2.5, "quatre", True, "1e3", "9" * 5000])
def test_another_number_is_a_doubt(value):
    with pytest.raises(DoubtError):
        typed.whole_number(value)


@pytest.mark.parametrize(
    ("value", "categories"),
    [
        ("AF", (Category.TRAINING,)),
        ("cfa, af", (Category.APPRENTICESHIP, Category.TRAINING)),
        ("AF CFA", (Category.TRAINING, Category.APPRENTICESHIP)),
        ("Bilans de compétences et VAE", (Category.SKILLS_ASSESSMENT, Category.PRIOR_LEARNING_VALIDATION)),
    ],
)
def test_categories_are_understood(value, categories):
    assert typed.categories(value) == categories


def test_a_category_that_does_not_exist_is_a_doubt():
    with pytest.raises(DoubtError):
        typed.categories("AF, POEI")


@pytest.mark.parametrize(
    ("value", "level"),
    [
        (1, Level.READY),
        (1.0, Level.READY),
        ("1", Level.READY),
        ("prêt", Level.READY),
        ("PRET", Level.READY),
        ("1 – Prêt : tous les éléments", Level.READY),
        ("1 - pret", Level.READY),
        ("tous les éléments", Level.READY),
        (" il en manque ", Level.PARTIAL),
        ("2", Level.PARTIAL),
        ("Partiel", Level.PARTIAL),
        (3, Level.MISSING),
        ("Manquant : aucun élément", Level.MISSING),
    ],
)
def test_a_level_is_understood(value, level):
    assert typed.one_of(words.LEVELS)(value) == level


@pytest.mark.parametrize("value", ["1 ou 2", "plutôt prêt", 4, "X", True, 1.5])
def test_another_level_is_a_doubt(value):
    with pytest.raises(DoubtError):
        typed.one_of(words.LEVELS)(value)


@pytest.mark.parametrize(
    ("options", "value", "meant"),
    [
        (words.YES_NO, "oui", True),
        (words.YES_NO, False, False),
        (words.YES_NO, "N", False),
        (words.APPLIES, "non concerné", False),
        (words.APPLIES, "S'applique", True),
        (words.APPLIES, "ne s’applique pas", False),
        (words.EFFORTS, "1 h", Effort.HOUR),
        (words.EFFORTS, "15mn", None),
        (words.TURNOVERS, "moins de 150 000 €", TurnoverBand.UNDER_150K),
    ],
)
def test_other_words_are_understood_or_are_a_doubt(options, value, meant):
    if meant is None:
        with pytest.raises(DoubtError):
            typed.one_of(options)(value)
    else:
        assert typed.one_of(options)(value) == meant


@pytest.mark.parametrize(
    "options",
    [
        words.LEVELS,
        words.YES_NO,
        words.APPLIES,
        words.EFFORTS,
        words.REVIEWS,
        words.GRAVITIES,
        words.AUDIT_KINDS,
        words.CERTIFYING,
        words.SUBCONTRACTOR,
        words.TURNOVERS,
        words.CATEGORIES,
    ],
)
def test_no_words_mean_two_answers_and_a_list_fits_in_a_drop_down(options):
    meanings = [words.normalised(said) for option in options for said in {option.words, *option.also}]
    distinct = {(words.normalised(said), option.words) for option in options for said in (option.words, *option.also)}

    assert len({said for said, _ in distinct}) == len(distinct)
    assert set(meanings) == {said for said, _ in distinct}
    # Source: what Excel stores for a list typed in a cell, at most 255 characters, commas between answers.
    assert len(",".join(option.words for option in options)) <= 255


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ce que vous présentez à l’auditeur :", "ce que vous presentez a l auditeur"),
        ("CE QUE VOUS PRESENTEZ A L'AUDITEUR", "ce que vous presentez a l auditeur"),
        ("mise en œuvre", "mise en oeuvre"),
        ("1 –\u00a0Prêt", "1 pret"),
        ("« »", ""),
    ],
)
def test_headings_are_compared_without_case_accents_or_punctuation(text, plain):
    assert words.normalised(text) == plain
