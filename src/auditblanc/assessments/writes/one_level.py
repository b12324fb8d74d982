"""The level of one indicator, chosen with one click: a person's own later click wins, another's is never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.writes.ratings import Conflict, Saved, answer
from auditblanc.domain.snapshot import Rating

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.snapshot import Level


def choose_level(
    assessment: Assessment, indicator: int, level: Level | None, *, started_from: int, stamp: Stamp
) -> Saved | Conflict:
    """As :func:`auditblanc.assessments.writes.ratings.answer`, whoever clicks twice in a row apart.

    Those are two requests at once: the page that sent the second had not yet seen the first saved.

    Raises:
        Rating.DoesNotExist: the assessment has no such indicator.
    """
    value = Rating(indicator=indicator, level=level)
    told = answer(assessment, value, field="level", started_from=started_from, stamp=stamp)
    if isinstance(told, Conflict) and told.by == stamp.by and not told.theirs.by_category:
        return answer(assessment, value, field="level", started_from=told.version, stamp=stamp)
    return told
