from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from auditblanc.domain.catalogue import load
from auditblanc.domain.forecast import forecast
from auditblanc.domain.forecast_words import (
    line_marks,
    named,
    plausible_sentence,
    range_sentence,
    rule_marks,
    unrated_sentence,
)
from auditblanc.domain.profile import Certifying
from auditblanc.domain.snapshot import Rating
from tests.domain.assessments import TRAINER, activities, assessed, rated
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")
PROMISE = re.compile(r"certifié|serez|obtiendrez|réussirez|garanti")


def points(*, others=1, profile=TRAINER, **levels):
    """The points to watch of a trainer rated ``others`` everywhere but on ``i4=3``, ``i9=2``…"""
    known = dict.fromkeys(EDITION.numbers, others) | {int(name[1:]): level for name, level in levels.items()}
    return forecast(EDITION, assessed(EDITION, *(rated(n, level) for n, level in known.items()), profile=profile))


@pytest.mark.parametrize(
    ("forecast_", "sentence"),
    [
        (points(), "Aucun écart ne ressort de vos réponses."),
        (points(i1=2), "Entre 0 et 1 écart majeur, sur 0 à 1 écart en tout."),
        (points(i4=3), "1 écart majeur, sur 1 écart en tout."),
        (points(i4=3, i5=3), "2 écarts majeurs, sur 2 écarts en tout."),
        (points(i4=3, i5=2, i1=2, i9=3), "Entre 1 et 4 écarts majeurs, sur 2 à 4 écarts en tout."),
        (
            points(i1=3, i9=3, i17=3, i18=3, i23=3),
            "Entre 1 et 5 écarts majeurs (5 écarts mineurs ou plus comptent ensemble pour un majeur), sur 5 écarts en tout.",
        ),
        (
            points(i7=3, i16=2, profile=replace(TRAINER, certifying=Certifying.RS)),
            "Entre 0 et 2 écarts majeurs, sur 0 à 2 écarts en tout, dont 2 discutés.",
        ),
        (
            points(i33=2, profile=replace(TRAINER, activities=activities(CFA=False))),
            "Entre 0 et 1 écart majeur, sur 0 à 1 écart en tout, dont 1 discuté.",
        ),
    ],
)
def test_range_sentence_goes_from_the_best_to_the_worst(forecast_, sentence):
    assert range_sentence(forecast_) == sentence


def test_range_sentence_of_nothing_applicable_says_so():
    put_aside = (Rating(indicator=number, applicable=False, reason="Essai") for number in EDITION.numbers)

    assert range_sentence(forecast(EDITION, assessed(EDITION, *put_aside))) == (
        "Aucun indicateur ne s’applique, d’après vos réponses."
    )


@pytest.mark.parametrize(
    ("forecast_", "sentence"),
    [
        (points(), "Total plausible : 0 écart majeur et 0 écart mineur."),
        (points(i4=2, i1=2, i9=2), "Total plausible : 1 écart majeur et 2 écarts mineurs."),
        (
            points(i1=2, i2=2, i9=2, i17=2, i18=2),
            "Total plausible : 0 écart majeur et 5 écarts mineurs (5 écarts mineurs ou plus comptent ensemble pour un majeur).",
        ),
        (points(i4=None), "Pas de total plausible : 1 indicateur non évalué."),
        (points(others=None), "Pas de total plausible : 22 indicateurs non évalués."),
    ],
)
def test_plausible_sentence_says_the_total_or_what_is_not_rated(forecast_, sentence):
    assert plausible_sentence(forecast_) == sentence


def test_unrated_sentence_is_empty_when_all_is_rated():
    assert unrated_sentence(points()) == ""


@given(snapshots())
def test_no_sentence_ever_promises_the_certification(snapshot):
    points = forecast(EDITION, snapshot)

    told = [range_sentence(points), plausible_sentence(points), *(line.rule for line in points.lines)]
    told += [widening.reason for line in points.lines for widening in line.widened_by]

    assert [sentence for sentence in told if PROMISE.search(sentence)] == []
    assert all(sentence.endswith((".", "?")) for sentence in told)


def test_rules_are_numbered_in_the_order_of_the_lines_that_name_them():
    found = points(i1=2, i4=3)
    marks = rule_marks(found)
    lines = found.possible_gaps

    assert list(marks.values()) == [str(number) for number in range(1, len(marks) + 1)]
    assert [line_marks(line, marks) for line in lines] == [
        ", ".join(marks[each] for each in (line.rule, *(reason.reason for reason in line.widened_by))) for line in lines
    ]
    assert lines[0].rule in marks


def test_a_gap_names_its_categories_where_it_touches_several():
    one = points(i4=3).possible_gaps[0]

    assert named(one) == one.title
    assert named(replace(one, categories=("AF", "BC"))) == f"{one.title} (AF, BC)"
