"""The level string of an assessment, kept in step with its ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.models.assessment import UNRATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from auditblanc.domain.snapshot import Level, Rating


def level_string(ratings: Iterable[Rating]) -> str:
    """One character an indicator, from number 1 to the last: « 0 » unrated, else the level."""
    known = {rating.indicator: rating.level for rating in ratings}
    return "".join(character(known.get(number)) for number in range(1, max(known, default=0) + 1))


def character(level: Level | None) -> str:
    return UNRATED if level is None else str(level.value)


def touch(assessment: Assessment, at: datetime, levels: Mapping[int, Level | None]) -> None:
    """Write the day of the last change, and the levels that changed, on the assessment. In the same transaction."""
    assessment.updated_at = at
    if levels:
        assessment.levels = _changed(assessment, levels)
    assessment.save(update_fields=["levels", "updated_at"] if levels else ["updated_at"])


def _changed(assessment: Assessment, levels: Mapping[int, Level | None]) -> str:
    """The level string as it is now, not as it was when the page was asked for, with other levels."""
    row = Assessment.objects.select_for_update(of=("self",)).only("levels").get(pk=assessment.pk)
    string = list(row.levels)
    for number, level in levels.items():
        string.extend(UNRATED * (number - len(string)))
        string[number - 1] = character(level)
    return "".join(string)
