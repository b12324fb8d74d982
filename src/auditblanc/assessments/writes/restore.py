"""From the journal: put back what a field said, or erase what an event kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import EventValue
from auditblanc.assessments.reads.history import past_rating
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.ratings import Conflict, Saved, answer

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment, Event
    from auditblanc.assessments.writes.stamp import Stamp


def restore(
    assessment: Assessment, event: Event, *, started_from: int, stamp: Stamp, start: bool = False
) -> Saved | Conflict:
    """Put back what the field said once the event was written, or before it (``start``). It is a save like any other.

    Raises:
        ErasedError: what the field said was erased from the journal.
    """
    return answer(
        assessment, past_rating(event, start=start), field=event.field, started_from=started_from, stamp=stamp
    )


def erase_value(event: Event, stamp: Stamp) -> None:
    """Empty both values of an event. The chain holds on: it covers their digests, not the values."""
    with writing():
        changed = EventValue.objects.filter(event=event, erased_at=None).update(
            before="", after="", salt="", erased_at=stamp.at, erased_by=stamp.by
        )
        if changed:
            told = journal.Change(
                verb="erased",
                assessment=event.assessment,
                indicator=event.indicator,
                field=event.field,
                after=event.number,
            )
            journal.record(event.organisation_id, stamp, [told])
