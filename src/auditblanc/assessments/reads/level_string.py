"""The levels of an assessment as one string: what lists and statistics read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models.assessment import UNRATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.snapshot import Level, Rating


def level_string(ratings: Iterable[Rating]) -> str:
    """One character an indicator, from number 1 to the last: « 0 » unrated, else the level."""
    known = {rating.indicator: rating.level for rating in ratings}
    return "".join(character(known.get(number)) for number in range(1, max(known, default=0) + 1))


def character(level: Level | None) -> str:
    return UNRATED if level is None else str(level.value)
