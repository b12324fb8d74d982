"""Arithmetic on scenarios: the range of one indicator, and what the gaps of a scenario add up to.

From a range to a graver one, the majors, the gaps and the five-minors rule never go down. The best scenario of every
line is therefore the best total that any combination can reach, and the worst the worst: tests enumerate it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.rulebook import Range, RangeByLevel, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.domain.snapshot import Level

# Among plausible gravities, « not stated » hides what is lighter than it, not what is already major.
_PLAUSIBLE_ORDER = (Severity.NONE, Severity.MINOR, Severity.NOT_STATED, Severity.MAJOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The gaps of one scenario. ``minors_as_major``: its minors are enough to count together as one major more.

    Source: order of 6 June 2019, article 5; FAQ of the ministry, 3.
    """

    majors: int
    minors: int
    minors_as_major: bool

    @property
    def counted_majors(self) -> int:
        return self.majors + self.minors_as_major

    @property
    def gaps(self) -> int:
        return self.majors + self.minors

    @property
    def is_blocking(self) -> bool:
        """The certification cannot be decided before the major gaps are lifted."""
        return self.counted_majors > 0


def total(severities: Sequence[Severity], minors_equal_to_a_major: int) -> Total:
    """What the gaps of one scenario add up to."""
    minors = severities.count(Severity.MINOR)
    return Total(
        majors=severities.count(Severity.MAJOR), minors=minors, minors_as_major=minors >= minors_equal_to_a_major
    )


def of_level(table: RangeByLevel, level: Level | None) -> Range:
    """The range that a table gives to a level; ``None`` is unrated."""
    return {None: table.unrated, 1: table.ready, 2: table.partial, 3: table.missing}[level]


def gravest(ranges: Sequence[Range]) -> Range:
    """One range for an indicator judged on several categories: one gap, as grave as its gravest category."""
    if len(set(ranges)) == 1:
        return ranges[0]
    return Range(
        best=max((item.best for item in ranges), key=_rank),
        plausible=max((item.plausible for item in ranges), key=_PLAUSIBLE_ORDER.index),
        worst=max((item.worst for item in ranges), key=_rank),
    )


def lighter(first: Severity, second: Severity) -> Severity:
    return min(first, second, key=_rank)


def graver(first: Severity, second: Severity) -> Severity:
    return max(first, second, key=_rank)


def _rank(severity: Severity) -> int:
    return severity.rank
