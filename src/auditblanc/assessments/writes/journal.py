"""The journal: each change is the next event of its organisation's chain, in the transaction of the change itself."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

import msgspec
from django.db import connection

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.chain import digest, event_hash
from auditblanc.assessments.models import Event, EventValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.assessments.writes.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one event tells. ``before`` and ``after`` are any values of ours; ``None`` is nothing.

    ``assessment`` is its key. ``version`` is the one that the field reached.
    """

    verb: str
    assessment: str = ""
    indicator: int | None = None
    field: str = ""
    version: int | None = None
    before: Any = None
    after: Any = None


def answered(organisation_id: int, stamp: Stamp) -> Event | None:
    """The event of the same request, when it was already written."""
    if not stamp.request_id:
        return None
    return Event.objects.filter(organisation=organisation_id, request_id=stamp.request_id).first()


def record(organisation_id: int, stamp: Stamp, changes: Iterable[Change], *, journal: str = "") -> None:
    """Write the next events of the chain, in at most four queries. Within the transaction of what they tell.

    ``journal``: one that came with a file, to close it; else the organisation's own.
    """
    told = tuple(changes)
    if not told:
        return
    # Whoever writes next waits here until this transaction ends: two events never take one number. On SQLite nobody is
    # here meanwhile (accounts.writing).
    if connection.features.has_select_for_update:
        Organisation.objects.select_for_update().only("pk").get(pk=organisation_id)
    events = tuple(_chained(organisation_id, journal, stamp, told))
    Event.objects.bulk_create(event for event, _ in events)
    EventValue.objects.bulk_create(value for _, value in events)


def _chained(
    organisation_id: int, journal: str, stamp: Stamp, told: tuple[Change, ...]
) -> Iterator[tuple[Event, EventValue]]:
    chain = Event.objects.filter(organisation=organisation_id, journal=journal).order_by("-number")
    number, previous = chain.values_list("number", "hash").first() or (0, "")
    for change in told:
        number += 1
        event, value = _event(organisation_id, stamp, change)
        event.journal, event.number, event.previous_hash = journal, number, previous
        event.request_id = stamp.request_id or None if change is told[0] else None
        previous = event.hash = event_hash(event)
        yield event, value


def _event(organisation_id: int, stamp: Stamp, change: Change) -> tuple[Event, EventValue]:
    value = EventValue(before=_text(change.before), after=_text(change.after), salt=secrets.token_hex(16))
    event = Event(
        organisation_id=organisation_id,
        # As it reads back: the hash covers how it is written.
        at=stamp.at.astimezone(UTC),
        author=stamp.by.key,
        verb=change.verb,
        assessment=change.assessment,
        indicator=change.indicator,
        field=change.field,
        version=change.version,
        before_digest=digest(value.before, value.salt),
        after_digest=digest(value.after, value.salt),
    )
    value.event = event
    return event, value


def _text(value: Any) -> str:
    return "" if value is None else msgspec.json.encode(value).decode()
