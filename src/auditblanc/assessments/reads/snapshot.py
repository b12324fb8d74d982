"""Rows to the one value that every rule, page and document starts from."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from django.utils.timezone import localdate

from auditblanc.assessments.models import CategoryLevel, Evidence, EvidenceIndicator, Rating
from auditblanc.assessments.reads import rows
from auditblanc.domain.snapshot import FieldVersions, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment
    from auditblanc.domain import snapshot as frozen

_NEVER_SAVED = FieldVersions()


def snapshot(assessment: Assessment) -> Snapshot:
    """The assessment, frozen as it is now, in four queries. Ratings that say nothing at all are left out."""
    # Plain columns: as models, rows take longer to build than to read. Grouped here for the same reason.
    parts, links = defaultdict(list), defaultdict(list)
    for part in CategoryLevel.objects.filter(rating__assessment=assessment).values_list(named=True):
        parts[part.rating_id].append(cast("CategoryLevel", part))
    for proof, number in _links(assessment):
        links[proof].append(number)
    ratings = Rating.objects.filter(assessment=assessment).values_list(named=True)
    proofs = Evidence.objects.filter(assessment=assessment).values_list(named=True)
    return _frozen(
        assessment,
        (rows.rating(cast("Rating", row), parts[row.id]) for row in ratings),
        (rows.evidence(cast("Evidence", row), links[row.id]) for row in proofs),
    )


def _links(assessment: Assessment) -> Iterable[tuple[int, int]]:
    return EvidenceIndicator.objects.filter(evidence__assessment=assessment).values_list("evidence_id", "indicator")


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
    return not (rating.is_blank and rating.review is None and rating.effort is None and rating.versions == _NEVER_SAVED)


def is_untouched(assessment: Assessment) -> bool:
    """Whether nothing was ever answered: no rating says anything, no proof is noted. The profile does not count."""
    found = snapshot(assessment)
    return not found.ratings and not found.evidence
