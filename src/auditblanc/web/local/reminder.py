"""When to remind of a copy: there are changes, and none was made for two weeks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from auditblanc.assessments.models import Event
from auditblanc.interchange.data_folder import data_folder
from auditblanc.web.local import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.http import HttpRequest

DAYS = 14


def is_due(*, last_copy: datetime, last_change: datetime | None, now: datetime) -> bool:
    """``last_copy`` is the day of the installation when there is none yet."""
    return last_change is not None and last_change > last_copy and (now - last_copy).days >= DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """``days`` since the last copy; since the installation when ``never`` one was made."""

    days: int
    never: bool


def reminder(now: datetime) -> Reminder | None:
    remembered = state.read(data_folder())
    since = remembered.last_copy or remembered.installed_at
    if since is None or (now - since).days < DAYS or not is_due(last_copy=since, last_change=_last_change(), now=now):
        return None
    return Reminder(days=(now - since).days, never=remembered.last_copy is None)


def context(_request: HttpRequest) -> dict[str, Callable[[], Reminder | None]]:
    """For templates: `copy_reminder()`, asked only by the page that shows it."""
    return {"copy_reminder": lambda: reminder(timezone.now())}


def _last_change() -> datetime | None:
    own = Event.objects.filter(organisation__is_example=False)
    last: datetime | None = own.aggregate(last=Max("at"))["last"]
    return last
