"""One rating, as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import Rating
from auditblanc.assessments.reads import rows

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen


def rating(assessment: Assessment, indicator: int) -> frozen.Rating:
    """What is answered on an indicator, in two queries.

    Raises:
        Rating.DoesNotExist: the assessment has no such indicator.
    """
    found = Rating.objects.prefetch_related("by_category").get(assessment=assessment, indicator=indicator)
    return rows.rating(found)
