"""An assessment becomes what a person confirmed on a page: a merge, a part that came back, a frozen copy put back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment, Rating
from auditblanc.assessments.models import Evidence as Row
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.writes import profile, ratings
from auditblanc.assessments.writes.evidence import change, note, one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.evidence import Evidence
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
    """Proofs that are new, and what those already there did not say. The register is the organisation's: none goes."""
    held = {item.key: item for item in before.evidence if item.key}
    differing = [item for item in after.evidence if item not in before.evidence]
    note(assessment.organisation_id, [item for item in differing if item.key not in held], stamp, on=assessment)
    for item in differing:
        if item.key in held:
            _complete(assessment, item, stamp)


def _complete(assessment: Assessment, item: Evidence, stamp: Stamp) -> None:
    """A proof of the register says what ``item`` does; it still answers to indicators of other texts."""
    row = Row.objects.get(organisation=assessment.organisation_id, key=item.key)
    numbers = tuple(sorted({*one(row).indicators, *item.indicators}))
    change(row, replace(item, indicators=numbers), stamp, seen=row.version, on=assessment)
