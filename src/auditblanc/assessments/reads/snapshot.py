"""Rows to the one value that every rule, page and document starts from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from auditblanc.assessments.models import CategoryLevel, Evidence, EvidenceIndicator, Rating
from auditblanc.assessments.reads import rows
from auditblanc.domain.snapshot import FieldVersions, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen


def snapshot(assessment: Assessment) -> Snapshot:
    """The assessment, frozen as it is now, in four queries. Ratings that say nothing at all are left out."""
    parts, links = defaultdict(list), defaultdict(list)
    for part in CategoryLevel.objects.filter(rating__assessment=assessment):
        parts[part.rating_id].append(part)
    for link in EvidenceIndicator.objects.filter(evidence__assessment=assessment):
        links[link.evidence_id].append(link)
    # Grouped here: to ask each row for its prefetched ones takes longer than all four queries.
    ratings = (rows.rating(row, parts[row.pk]) for row in Rating.objects.filter(assessment=assessment))
    proofs = (rows.evidence(row, links[row.pk]) for row in Evidence.objects.filter(assessment=assessment))
    return _frozen(assessment, ratings, proofs)


def snapshots(assessments: QuerySet[Assessment]) -> tuple[tuple[Assessment, Snapshot], ...]:
    """Each assessment with its frozen value, in five queries whatever their number."""
    found = assessments.prefetch_related("ratings__by_category", "evidence__links")
    return tuple(
        (row, _frozen(row, map(rows.rating, row.ratings.all()), map(rows.evidence, row.evidence.all())))
        for row in found
    )


def _frozen(row: Assessment, ratings: Iterable[frozen.Rating], proofs: Iterable[frozen.Evidence]) -> Snapshot:
    return Snapshot(
        edition=row.edition,
        title=row.title,
        profile=rows.profile(row.profile),
        ratings=tuple(rating for rating in ratings if says_something(rating)),
        evidence=tuple(proofs),
        updated_on=localdate(row.updated_at),
    )


def says_something(rating: frozen.Rating) -> bool:
    """Whether a rating holds an answer, a mark of a bridge, or was ever saved."""
    return not (
        rating.is_blank and rating.review is None and rating.effort is None and rating.versions == FieldVersions()
    )


def is_untouched(assessment: Assessment) -> bool:
    """Whether nothing was ever answered: no rating says anything, no proof is noted. The profile does not count."""
    found = snapshot(assessment)
    return not found.ratings and not found.evidence
