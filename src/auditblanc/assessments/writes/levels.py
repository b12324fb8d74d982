"""The level string of an assessment, kept in step with its ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import Assessment
from auditblanc.assessments.models.assessment import UNRATED
from auditblanc.assessments.reads.level_string import character

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from auditblanc.domain.snapshot import Level


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
