"""The history of one indicator: one line a person, field and ten minutes, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.models import User
from auditblanc.assessments.models import Event
from auditblanc.domain.difference import in_words, is_blank
from auditblanc.domain.rating_fields import RATING_FIELDS
from auditblanc.domain.snapshot import Rating
from auditblanc.interchange import json_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.assessments.models import Assessment

FIELDS = {field.key: field for field in RATING_FIELDS}
TOGETHER = timedelta(minutes=10)


class ErasedError(Exception):
    """What an event kept was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """What one person made of one field within ten minutes. ``event`` is the number of the last change, to go back to.

    ``erased_at``: the value was erased, and ``words`` is empty.
    """

    event: int
    at: datetime
    by: str
    field: str
    label: str
    words: str
    erased_at: datetime | None = None


def history(assessment: Assessment, indicator: int) -> tuple[HistoryLine, ...]:
    """What was answered on an indicator, newest first, in two queries."""
    events = Event.objects.filter(
        organisation=assessment.organisation_id, assessment=assessment.key, indicator=indicator, verb="answered"
    )
    kept = tuple(_last_of_each(events.select_related("value").order_by("-number")))
    names = {person.key: str(person) for person in User.objects.filter(key__in={event.author for event in kept})}
    return tuple(_line(event, names) for event in kept)


def past_rating(event: Event) -> Rating:
    """What a field said once the event was written; the other fields are blank.

    Raises:
        ErasedError: it was erased.
    """
    if event.value.erased_at is not None:
        raise ErasedError
    said = json_table.table(event.value.after.encode())
    return json_table.built(Rating, {**said, "indicator": event.indicator})


def _last_of_each(events: Iterable[Event]) -> Iterable[Event]:
    """The last event of each run of one person on one field, a run ending after ten minutes."""
    opened: dict[tuple[str, str], datetime] = {}
    for event in events:
        run = (event.author, event.field)
        if run not in opened or opened[run] - event.at > TOGETHER:
            opened[run] = event.at
            yield event


def _line(event: Event, names: dict[str, str]) -> HistoryLine:
    field = FIELDS[event.field]
    return HistoryLine(
        event=event.number,
        at=event.at,
        by=names.get(event.author, "une personne partie"),
        field=field.key,
        label=field.label,
        words=_words(event),
        erased_at=event.value.erased_at,
    )


def _words(event: Event) -> str:
    if event.value.erased_at is not None:
        return ""
    field = FIELDS[event.field]
    answer = field.answer(past_rating(event))
    return field.nothing if is_blank(answer) else in_words(answer)
