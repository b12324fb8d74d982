"""Rows to the one value that every rule, page and document starts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from auditblanc.assessments.models import Evidence, Rating
from auditblanc.assessments.reads import rows
from auditblanc.domain.snapshot import FieldVersions, Snapshot

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen


def snapshot(assessment: Assessment) -> Snapshot:
    """The assessment, frozen as it is now, in four queries. Ratings that say nothing at all are left out."""
    ratings = (rows.rating(row) for row in Rating.objects.filter(assessment=assessment).prefetch_related("by_category"))
    proofs = Evidence.objects.filter(assessment=assessment).prefetch_related("links")
    return Snapshot(
        edition=assessment.edition,
        title=assessment.title,
        profile=rows.profile(assessment.profile),
        ratings=tuple(rating for rating in ratings if says_something(rating)),
        evidence=tuple(rows.evidence(row) for row in proofs),
        updated_on=localdate(assessment.updated_at),
    )


def says_something(rating: frozen.Rating) -> bool:
    """Whether a rating holds an answer, a mark of a bridge, or was ever saved."""
    return not (
        rating.is_blank and rating.review is None and rating.effort is None and rating.versions == FieldVersions()
    )
