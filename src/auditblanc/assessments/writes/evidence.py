"""Proofs noted as one line: note, change, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Evidence, EvidenceIndicator
from auditblanc.assessments.reads import rows
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.levels import touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import snapshot as frozen


def note(assessment: Assessment, items: Sequence[frozen.Evidence], stamp: Stamp) -> tuple[Evidence, ...]:
    """New proofs, each on the indicators it cites. The same request again notes nothing more."""
    with writing():
        if journal.answered(assessment.organisation_id, stamp):
            return ()
        kept = Evidence.objects.bulk_create(_row(assessment, item) for item in items)
        for row, item in zip(kept, items, strict=True):
            _cite(row, item.indicators)
        touch(assessment, stamp.at, {})
        told = [
            journal.Change(
                verb="noted", assessment=assessment.key, indicator=item.indicators[0], field="evidence", after=item
            )
            for item in items
        ]
        journal.record(assessment.organisation_id, stamp, told)
    return tuple(kept)


def change(assessment: Assessment, row: Evidence, item: frozen.Evidence, stamp: Stamp) -> None:
    """What a proof says, and the indicators that it answers to."""
    with writing():
        before = rows.evidence(row)
        if before == item:
            return
        fields = {name: getattr(item, name) for name in ("title", "place", "content_date", "holder")}
        Evidence.objects.filter(pk=row.pk).update(**fields)
        if before.indicators != item.indicators:
            row.links.all().delete()
            _cite(row, item.indicators)
        _told(assessment, stamp, before, item)


def remove(assessment: Assessment, row: Evidence, stamp: Stamp) -> None:
    """Take a proof away; the journal keeps what it said."""
    with writing():
        before = rows.evidence(row)
        row.delete()
        _told(assessment, stamp, before, None)


def _told(assessment: Assessment, stamp: Stamp, before: frozen.Evidence, after: frozen.Evidence | None) -> None:
    touch(assessment, stamp.at, {})
    change = journal.Change(
        verb="changed" if after else "removed",
        assessment=assessment.key,
        indicator=(after or before).indicators[0],
        field="evidence",
        before=before,
        after=after,
    )
    journal.record(assessment.organisation_id, stamp, [change])


def _row(assessment: Assessment, item: frozen.Evidence) -> Evidence:
    return Evidence(
        assessment=assessment,
        title=item.title,
        place=item.place,
        content_date=item.content_date,
        holder=item.holder,
    )


def _cite(row: Evidence, indicators: Sequence[int]) -> None:
    EvidenceIndicator.objects.bulk_create(EvidenceIndicator(evidence=row, indicator=number) for number in indicators)
