"""Days as an iCalendar file, which any calendar program reads (RFC 5545)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icalendar import Event

    from auditblanc.domain.agenda import Due

_PRODUCT = "-//Auditblanc//Auditblanc//FR"
_DAY = timedelta(days=1)


def calendar_file(name: str, dues: Iterable[Due], *, within: str, at: datetime) -> bytes:
    """A calendar of whole days. ``within`` makes names of days unique in the world: the key of the organisation.

    The same day has the same name from one time to the next, so that programs move it instead of adding another.
    """
    from icalendar import Calendar  # noqa: PLC0415 -- heavy, and only here

    calendar = Calendar()
    for key, value in (("PRODID", _PRODUCT), ("VERSION", "2.0"), ("METHOD", "PUBLISH"), ("X-WR-CALNAME", name)):
        calendar.add(key, value)
    for due in dues:
        calendar.add_component(_event(due, within, at))
    written: bytes = calendar.to_ical()
    return written


def _event(due: Due, within: str, at: datetime) -> Event:
    from icalendar import Event  # noqa: PLC0415 -- as above

    event = Event()
    event.add("UID", f"{due.key}@{within}.auditblanc")
    event.add("DTSTAMP", at)
    event.add("SUMMARY", f"{due.kind.label} : {due.title}")
    event.add("DTSTART", due.first)
    # The day after the last, as the standard counts whole days.
    event.add("DTEND", due.day + _DAY)
    event.add("TRANSP", "TRANSPARENT")
    if due.owner:
        event.add("DESCRIPTION", f"Qui s’en charge : {due.owner}")
    return event
