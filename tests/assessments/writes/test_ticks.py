"""Ticks: each save tells what changed against what the page showed, and nothing else."""

from __future__ import annotations

import pytest

from auditblanc.assessments.reads.rating import rating
from auditblanc.assessments.writes.ticks import tick
from tests import people


@pytest.mark.parametrize(
    ("ticked", "seen", "chosen", "then"),
    [
        ((), (), ("a",), ("a",)),
        (("a",), (), ("b",), ("a", "b")),
        (("a", "b"), ("a",), ("a", "c"), ("a", "b", "c")),
        (("a", "b"), ("a", "b"), ("b",), ("b",)),
        ((), ("a",), ("a",), ()),
        (("a",), (), ("a", "a"), ("a",)),
    ],
)
def test_ticks_set_elsewhere_stay(assessment, alice, ticked, seen, chosen, then):
    tick(assessment, 1, seen=(), chosen=ticked, stamp=people.stamp(alice))

    tick(assessment, 1, seen=seen, chosen=chosen, stamp=people.stamp(alice))

    assert rating(assessment, 1).ticked == then
