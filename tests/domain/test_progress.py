from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.catalogue import load
from auditblanc.domain.profile import Certifying
from auditblanc.domain.progress import Tally, progress
from auditblanc.domain.snapshot import Rating, Review
from tests.domain.assessments import TRAINER, assessed, rated
from tests.strategies import snapshots

EDITION = load().edition("2026-v9")


def stands(*ratings):
    snapshot = assessed(EDITION, *ratings)
    return progress(EDITION, snapshot, applicabilities(EDITION, snapshot))


def test_what_applies_is_counted_by_level_in_its_criterion():
    """For this trainer, indicators 1 and 2 of criterion 1 apply; 3 does not."""
    found = stands(rated(1, 1), rated(2, 3), rated(3, 1))

    assert found.criteria[0].tally == Tally(ready=1, missing=1)


def test_what_is_not_rated_is_counted_apart():
    assert stands().total == Tally(unrated=22)


def test_what_a_person_declares_not_applicable_is_not_counted():
    declared = Rating(indicator=1, applicable=False, reason="Pas de public extérieur.")

    assert stands(declared).total.applicable == 21


def test_the_total_is_the_sum_of_the_criteria():
    found = stands(rated(1, 1), rated(4, 2), rated(9, 3))

    assert sum(each.tally.applicable for each in found.criteria) == found.total.applicable


@pytest.mark.parametrize(
    ("tally", "ready", "rated_", "sentence"),
    [
        (Tally(), 0.0, 0.0, "0 indicateur évalué sur 0 applicable."),
        (Tally(ready=1), 1.0, 1.0, "1 indicateur évalué sur 1 applicable."),
        (Tally(ready=1, partial=1, missing=1, unrated=1), 0.25, 0.75, "3 indicateurs évalués sur 4 applicables."),
    ],
)
def test_shares_are_of_what_applies(tally, ready, rated_, sentence):
    assert (tally.ready_share, tally.rated_share, tally.sentence) == (ready, rated_, sentence)


def test_criteria_say_which_indicators_they_count():
    """Without certification, apprenticeship nor subcontracting: neither 3, 7, 13 to 16, 20, 27 to 29 nor 33."""
    assert [each.indicators for each in stands().criteria] == [
        (1, 2),
        (4, 5, 6, 8),
        (9, 10, 11, 12),
        (17, 18, 19),
        (21, 22),
        (23, 24, 25, 26),
        (30, 31, 32),
    ]


def test_what_a_bridge_left_to_do_is_counted():
    again = replace(rated(1, 1), review=Review.LOOK_AGAIN)
    kept = replace(rated(2, 1), review=Review.KEPT)

    found = stands(again, kept, Rating(indicator=4, review=Review.NEW))

    assert found.total == Tally(ready=2, unrated=20, look_again=1, new=1)


def test_what_is_disputed_is_counted_by_its_default_and_what_is_unknown_beside():
    disputed = progress(EDITION, assessed(EDITION, profile=replace(TRAINER, certifying=Certifying.RS)))
    unknown = progress(EDITION, assessed(EDITION, profile=replace(TRAINER, certifying=None)))

    assert disputed.total == Tally(unrated=25, disputed=3)
    assert unknown.total == Tally(unrated=22, unknown=3)


@given(snapshot=snapshots())
def test_criteria_add_up_to_the_whole_and_to_what_applies(snapshot):
    found = progress(EDITION, snapshot)
    known = summary(applicabilities(EDITION, snapshot))

    assert sum(each.tally.applicable for each in found.criteria) == found.total.applicable == known.applicable
    assert (found.total.disputed, found.total.unknown) == (known.disputed, known.to_confirm)
