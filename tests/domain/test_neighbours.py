"""Where an indicator stands among those that concern a provider."""

from __future__ import annotations

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.neighbours import Neighbours, neighbours
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from tests.people import PROFILE


def around(catalogue, indicator, *rated):
    snapshot = Snapshot(
        edition="2026-v9",
        profile=PROFILE,
        ratings=tuple(Rating(indicator=number, level=Level.READY) for number in rated),
    )
    return neighbours(applicabilities(catalogue.edition("2026-v9"), snapshot), snapshot, indicator)


def test_those_that_do_not_apply_are_passed_over(catalogue):
    found = around(catalogue, 13)

    assert (found.previous, found.next) == (12, 16)


def test_the_next_to_rate_comes_after_then_from_the_first_on(catalogue):
    last = around(catalogue, 32, *range(3, 33))

    assert (last.next, last.next_unrated) == (None, 1)


def test_the_one_at_hand_is_not_the_next_to_rate(catalogue):
    assert around(catalogue, 5, *range(1, 5), *range(6, 34)).next_unrated is None


def test_one_that_does_not_apply_has_no_position_and_still_has_neighbours(catalogue):
    first = around(catalogue, 1)
    left_out = around(catalogue, 33)

    assert first == Neighbours(previous=None, next=2, next_unrated=2, position=1, total=first.total)
    assert (left_out.position, left_out.previous, left_out.total) == (None, 32, first.total)
