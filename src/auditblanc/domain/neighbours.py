"""Where an indicator stands among those that concern a provider: before, after, and the next one to rate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Numbers of indicators; ``None`` where there is none. ``position`` starts at 1 and is ``None`` for one left out."""

    previous: int | None
    next: int | None
    next_unrated: int | None
    position: int | None
    total: int


def neighbours(found: Iterable[Applicability], snapshot: Snapshot, indicator: int) -> Neighbours:
    """Those that do not apply, or that a dispute leaves out by default, are passed over.

    The next one to rate is looked for after this one, then from the first one on; never this one itself.
    """
    numbers = [each.indicator for each in found if each.counts is not False]
    before = [number for number in numbers if number < indicator]
    after = [number for number in numbers if number > indicator]
    unrated = [number for number in after + before if snapshot.rating(number).level is None]
    return Neighbours(
        previous=before[-1] if before else None,
        next=after[0] if after else None,
        next_unrated=unrated[0] if unrated else None,
        position=len(before) + 1 if indicator in numbers else None,
        total=len(numbers),
    )
