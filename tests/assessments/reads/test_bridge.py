"""The lines of a bridge, each in one group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.assessments.reads.bridge import groups
from auditblanc.domain.bridge import bridge
from auditblanc.domain.snapshot import Level, Rating, Review
from tests import people

BEFORE = replace(
    people.SNAPSHOT,
    edition="2019-v9",
    ratings=(
        Rating(indicator=1, level=Level.READY),
        Rating(indicator=4, level=Level.READY),
        Rating(indicator=12, level=Level.MISSING),
    ),
)


@pytest.mark.parametrize(("start", "end"), [("2019-v9", "2026-v9"), ("2026-v9", "2019-v7"), ("2019-v7", "2019-v9")])
def test_every_line_stands_in_one_group(catalogue, start, end):
    found = bridge(catalogue, replace(people.SNAPSHOT, edition=start), end)

    shown = [line.changes.indicator for group in groups(found) for line in group.lines]

    assert sorted(shown) == [line.changes.indicator for line in found.lines]


def test_groups_say_what_the_rule_says(catalogue):
    found = bridge(catalogue, BEFORE, "2026-v9")

    by_key = {group.key: {line.changes.indicator for line in group.lines} for group in groups(found)}

    assert by_key["look-again"] == {line.changes.indicator for line in found.reviewed(Review.LOOK_AGAIN)}
    assert by_key["kept"] == {line.changes.indicator for line in found.reviewed(Review.KEPT)}
    assert by_key["unconcerned"] >= {33}


def test_what_the_other_text_does_not_hold_is_said_first(catalogue):
    after = replace(people.SNAPSHOT, ratings=(Rating(indicator=33, level=Level.READY),))
    found = bridge(catalogue, after, "2019-v9")

    shown = {group.key: [line.changes.indicator for line in group.lines] for group in groups(found)}

    assert shown["removed"] == [33]
