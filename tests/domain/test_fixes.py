from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.effort import Effort
from auditblanc.domain.fixes import FirstFixes, first_fixes
from auditblanc.domain.forecast import forecast
from tests.domain.assessments import assessed, rated
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")
SHORT, HOUR, DAY = Effort


def timed(number, level, effort):
    return replace(rated(number, level), effort=effort)


def fixes_of(*ratings, limit=5):
    snapshot = assessed(EDITION, *ratings)
    return {first.effort: first for first in first_fixes(EDITION, snapshot, forecast(EDITION, snapshot), limit=limit)}


def numbers(first):
    return [fix.line.indicator for fix in first.fixes]


def test_first_fixes_go_from_what_lifts_the_gravest_gap_to_the_lightest():
    first = fixes_of(
        timed(1, 2, SHORT), timed(2, 3, SHORT), timed(4, 2, SHORT), timed(5, 3, SHORT), timed(9, 2, SHORT)
    )[SHORT]

    assert numbers(first) == [2, 4, 5, 1, 9]


def test_first_fixes_keep_to_their_effort_and_count_all_the_other_gaps():
    first = fixes_of(timed(1, 2, SHORT), timed(4, 2, HOUR), timed(5, 3, HOUR), timed(6, 3, DAY), rated(11, 1))

    assert {effort: numbers(each) for effort, each in first.items()} == {SHORT: [1], HOUR: [4, 5], DAY: [6]}
    assert {effort: each.others for effort, each in first.items()} == {SHORT: 3, HOUR: 2, DAY: 3}


def test_first_fixes_stop_at_the_limit_and_count_what_they_leave():
    first = fixes_of(*(timed(number, 3, SHORT) for number in (4, 5, 6, 10)), limit=3)[SHORT]

    assert numbers(first) == [4, 5, 6]
    assert first.sentence == "L’autre écart reste à traiter."


@pytest.mark.parametrize(
    ("level", "own", "effort", "is_suggested"),
    [(2, None, "partial", True), (3, None, "missing", True), (2, SHORT, SHORT, False), (3, DAY, DAY, False)],
)
def test_fix_takes_the_effort_of_the_person_else_the_suggestion_of_the_edition(level, own, effort, is_suggested):
    expected = getattr(EDITION.indicator(4).effort, effort) if is_suggested else effort

    first = fixes_of(timed(4, level, own))

    assert [(fix.effort, fix.is_suggested) for each in first.values() for fix in each.fixes] == [
        (expected, is_suggested)
    ]


def test_an_indicator_not_rated_is_not_to_mend():
    assert [numbers(each) for each in fixes_of(timed(4, None, SHORT)).values()] == [[], [], []]


FIX = fixes_of(timed(4, 3, SHORT))[SHORT].fixes


@pytest.mark.parametrize(
    ("fixes", "others", "sentence"),
    [
        (FIX, 0, "Aucun autre écart à traiter, d’après vos réponses."),
        (FIX, 1, "L’autre écart reste à traiter."),
        (FIX, 7, "Les 7 autres écarts restent à traiter."),
        ((), 0, "Aucun écart à traiter, d’après vos réponses."),
        ((), 1, "L’écart reste à traiter."),
        ((), 7, "Les 7 écarts restent à traiter."),
    ],
)
def test_first_fixes_always_say_what_is_left(fixes, others, sentence):
    assert FirstFixes(effort=SHORT, fixes=fixes, others=others).sentence == sentence


@given(snapshots(), st.integers(0, 6))
def test_first_fixes_and_the_others_are_always_all_the_gaps(snapshot, limit):
    points = forecast(EDITION, snapshot)

    for first in first_fixes(EDITION, snapshot, points, limit=limit):
        assert len(first.fixes) <= limit
        assert len(first.fixes) + first.others == len(points.possible_gaps)
