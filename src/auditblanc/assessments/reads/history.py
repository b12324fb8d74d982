"""The history of one indicator: one line a person, field and ten minutes, newest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    ``erased_at``: the value was erased, and ``words`` is empty. ``is_start``: what the field said before that change, the
    first of all. ``is_now``: what it says today.
    """

    event: int
    at: datetime
    by: str
    field: str
    label: str
    words: str
    erased_at: datetime | None = None
    is_start: bool = False
    is_now: bool = False


def history(assessment: Assessment, indicator: int) -> tuple[HistoryLine, ...]:
    """What was answered on an indicator, newest first, then what stood at the start, in two queries."""
    events = Event.objects.filter(
        organisation=assessment.organisation_id,
        journal="",
        assessment=assessment.key,
        indicator=indicator,
        verb="answered",
    )
    every = tuple(events.select_related("value").order_by("-number"))
    kept = tuple(_last_of_each(every))
    names = {person.key: str(person) for person in User.objects.filter(key__in={event.author for event in kept})}
    newest = {event.field: event for event in reversed(kept)}
    lines = tuple(_line(event, names, is_now=newest[event.field] is event) for event in kept)
    return lines + tuple(_start(every))


def past_rating(event: Event, *, start: bool = False) -> Rating:
    """What a field said once the event was written, or before it (``start``); the other fields are blank.

    Raises:
        ErasedError: it was erased.
    """
    if event.value.erased_at is not None:
        raise ErasedError
    said = json_table.table((event.value.before if start else event.value.after).encode())
    return json_table.built(Rating, {**said, "indicator": event.indicator})


def _last_of_each(events: Iterable[Event]) -> Iterable[Event]:
    """The last event of each run of one person on one field, a run ending after ten minutes."""
    opened: dict[tuple[str, str], datetime] = {}
    for event in events:
        run = (event.author, event.field)
        if run not in opened or opened[run] - event.at > TOGETHER:
            opened[run] = event.at
            yield event


def _start(every: tuple[Event, ...]) -> Iterable[HistoryLine]:
    """What each field said before its first change, when it said something: a file, or another text, had it."""
    for event in {event.field: event for event in every}.values():
        words = _words(event, start=True)
        if words and words != FIELDS[event.field].nothing:
            yield replace(_line(event, {}), words=words, is_start=True)


def _line(event: Event, names: dict[str, str], *, is_now: bool = False) -> HistoryLine:
    field = FIELDS[event.field]
    return HistoryLine(
        event=event.number,
        at=event.at,
        by=names.get(event.author, "une personne partie"),
        field=field.key,
        label=field.label,
        words=_words(event),
        erased_at=event.value.erased_at,
        is_now=is_now,
    )


def _words(event: Event, *, start: bool = False) -> str:
    if event.value.erased_at is not None:
        return ""
    field = FIELDS[event.field]
    answer = field.answer(past_rating(event, start=start))
    return field.nothing if is_blank(answer) else in_words(answer)
