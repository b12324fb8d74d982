"""An assessment becomes what a person confirmed on a page: a merge, a part that came back, a frozen copy put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, Rating
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.writes import profile, ratings
from auditblanc.assessments.writes.evidence import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.snapshot import Snapshot


class ChangedMeanwhileError(Exception):
    """The assessment is no longer what the person saw: show the page again."""


def become(assessment: Assessment, *, before: Snapshot, after: Snapshot, stamp: Stamp) -> None:
    """Write all that differs from ``before`` to ``after``, or nothing. Each answer is an event of its own.

    Both hold ratings and proofs (``Hold.PROOFS``), as pages show them.

    Raises:
        ChangedMeanwhileError: the assessment is not ``before`` any more; nothing was written.
    """
    with writing():
        # As it is now: the row at hand was read before the page was shown.
        assessment = Assessment.objects.get(pk=assessment.pk)
        if snapshot(assessment, Hold.PROOFS) != before:
            raise ChangedMeanwhileError
        if after.title != before.title:
            profile.rename(assessment, after.title, stamp)
        if after.profile != before.profile:
            profile.change_profile(assessment, after.profile, started_from=assessment.profile_version, stamp=stamp)
        _rate(assessment, before, after, stamp)
        _prove(assessment, before, after, stamp)


def _rate(assessment: Assessment, before: Snapshot, after: Snapshot, stamp: Stamp) -> None:
    known = set(Rating.objects.filter(assessment=assessment).values_list("indicator", flat=True))
    added = [rating.indicator for rating in after.ratings if rating.indicator not in known]
    Rating.objects.bulk_create(Rating(assessment=assessment, indicator=number) for number in added)
    for number, field, value in _answers(before, after):
        version = getattr(before.rating(number).versions, field.version) if field.version else 0
        ratings.answer(assessment, value, field=field.key, started_from=version, stamp=stamp)


def _answers(before: Snapshot, after: Snapshot) -> Iterator[tuple[int, Any, Any]]:
    for value in after.ratings:
        for field in ratings.FIELDS.values():
            if field.answer(value) != field.answer(before.rating(value.indicator)):
                yield value.indicator, field, value


def _prove(assessment: Assessment, before: Snapshot, after: Snapshot, stamp: Stamp) -> None:
    """Proofs that are new, and indicators that one already there lacks. The register is the organisation's: none goes."""
    new = [item for item in after.evidence if item not in before.evidence]
    if new:
        note(assessment.organisation_id, new, stamp, on=assessment)
