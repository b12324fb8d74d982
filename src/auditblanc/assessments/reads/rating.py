"""One rating, as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import CategoryLevel, Rating
from auditblanc.assessments.reads import rows

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen


def rating(assessment: Assessment, indicator: int) -> frozen.Rating:
    """What is answered on an indicator, in two queries.

    Raises:
        Rating.DoesNotExist: the assessment has no such indicator.
    """
    return of_row(Rating.objects.get(assessment=assessment, indicator=indicator))


def of_row(row: Rating) -> frozen.Rating:
    """The rating of a row, in one query for its categories: to prefetch those of a single row takes longer."""
    return rows.rating(row, CategoryLevel.objects.filter(rating=row))
