from __future__ import annotations

import pytest

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.catalogue import load
from auditblanc.domain.progress import Tally, progress
from auditblanc.domain.snapshot import Rating
from tests.domain.assessments import assessed, rated

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
        (Tally(), 0.0, 0.0, "0 indicateur noté sur 0 applicable."),
        (Tally(ready=1), 1.0, 1.0, "1 indicateur noté sur 1 applicable."),
        (Tally(ready=1, partial=1, missing=1, unrated=1), 0.25, 0.75, "3 indicateurs notés sur 4 applicables."),
    ],
)
def test_shares_are_of_what_applies(tally, ready, rated_, sentence):
    assert (tally.ready_share, tally.rated_share, tally.sentence) == (ready, rated_, sentence)
