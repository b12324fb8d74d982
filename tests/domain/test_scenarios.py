from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.rulebook import Range, Severity
from auditblanc.domain.scenarios import Total, graver, gravest, lighter, of_level, total
from auditblanc.domain.snapshot import Level

NONE, MINOR, MAJOR, NOT_STATED = Severity
FORECAST = load().edition("2026-v9").rules.forecast
severities = st.lists(st.sampled_from([NONE, MINOR, MAJOR]), max_size=40)


@pytest.mark.parametrize(
    ("found", "majors", "minors", "counted_majors", "is_blocking"),
    [
        ([], 0, 0, 0, False),
        ([NONE, NONE], 0, 0, 0, False),
        ([MINOR] * 4, 0, 4, 0, False),
        ([MINOR] * 5, 0, 5, 1, True),
        ([MINOR] * 10, 0, 10, 1, True),
        ([MAJOR], 1, 0, 1, True),
        ([MAJOR, *[MINOR] * 4], 1, 4, 1, True),
        ([MAJOR, *[MINOR] * 5], 1, 5, 2, True),
        ([MINOR, NOT_STATED, MAJOR, NONE], 1, 1, 1, True),
    ],
)
def test_total_counts_at_least_five_minors_as_one_major(found, majors, minors, counted_majors, is_blocking):
    """At least 5 minors = 1 major (FAQ of the ministry, 3; ACCOMP, CERTIFAVENIR, DIGIFORMANC)."""
    summed = total(found, FORECAST.minors_equal_to_a_major)

    assert (summed.majors, summed.minors, summed.counted_majors) == (majors, minors, counted_majors)
    assert summed.gaps == majors + minors
    assert summed.is_blocking is is_blocking


@given(severities, st.integers(0, 39), st.integers(1, 7))
def test_total_never_goes_down_when_one_gap_gets_graver(found, index, threshold):
    """On this rests that the best and worst of every line make the best and worst totals."""
    graver_by_one = [
        MAJOR if place == index and item is MINOR else MINOR if place == index and item is NONE else item
        for place, item in enumerate(found)
    ]

    before, after = total(found, threshold), total(graver_by_one, threshold)

    assert after.majors >= before.majors
    assert after.counted_majors >= before.counted_majors
    assert after.gaps >= before.gaps


def test_total_of_minors_alone_may_go_down_when_a_gap_gets_graver():
    """Hence no range of minors is ever given."""
    assert total([MINOR], 5) == Total(majors=0, minors=1, minors_as_major=False)
    assert total([MAJOR], 5) == Total(majors=1, minors=0, minors_as_major=False)


@pytest.mark.parametrize(
    ("table", "level", "expected"),
    [
        ("gradable", Level.READY, (NONE, NONE, NONE)),
        ("gradable", Level.PARTIAL, (NONE, MINOR, MAJOR)),
        ("gradable", Level.MISSING, (MINOR, MAJOR, MAJOR)),
        ("gradable", None, (NONE, NOT_STATED, MAJOR)),
        ("major_only", Level.READY, (NONE, NONE, NONE)),
        ("major_only", Level.PARTIAL, (NONE, MAJOR, MAJOR)),
        ("major_only", Level.MISSING, (MAJOR, MAJOR, MAJOR)),
        ("major_only", None, (NONE, NOT_STATED, MAJOR)),
    ],
)
def test_of_level_reads_the_table_of_the_edition(table, level, expected):
    """The table is « lecture d’Auditblanc », from the definitions of article 5 of the order of 6 June 2019."""
    found = of_level(getattr(FORECAST, table), level)

    assert (found.best, found.plausible, found.worst) == expected


@pytest.mark.parametrize(
    ("plausibles", "expected"),
    [
        ((NONE, MINOR), MINOR),
        ((MINOR, NOT_STATED), NOT_STATED),
        ((NONE, NOT_STATED), NOT_STATED),
        ((NOT_STATED, MAJOR), MAJOR),
    ],
)
def test_gravest_leaves_unstated_what_an_unrated_category_could_make_graver(plausibles, expected):
    ranges = [Range(best=NONE, plausible=plausible, worst=MAJOR) for plausible in plausibles]

    assert gravest(ranges).plausible is expected


def test_gravest_takes_the_gravest_category_in_each_scenario():
    light = Range(best=NONE, plausible=MAJOR, worst=MAJOR)
    other = Range(best=MINOR, plausible=MINOR, worst=MINOR)

    assert gravest([light, other]) == Range(best=MINOR, plausible=MAJOR, worst=MAJOR)


@pytest.mark.parametrize(("first", "second"), list(product([NONE, MINOR, MAJOR], repeat=2)))
def test_lighter_and_graver_share_out_two_gravities(first, second):
    assert {lighter(first, second), graver(first, second)} == {first, second}
    assert lighter(first, second).rank <= graver(first, second).rank
