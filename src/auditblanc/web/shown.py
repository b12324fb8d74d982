"""How values are shown: days, moments, counts, in French typography."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.timezone import localtime

from auditblanc.domain.dates import in_french, month_in_french
from auditblanc.domain.french import weighed
from auditblanc.domain.media_kind import media_kind
from auditblanc.web.faults import faults, tells_what_is_asked
from auditblanc.web.typography import french

NO_BREAK = "\u00a0"


def day(value: date | None) -> str:
    """« 9 mars 2027 », or a dash."""
    if value is None:
        return "–"
    return in_french(localtime(value).date() if isinstance(value, datetime) else value)


def hour(value: datetime) -> str:
    """« 14:32 », in the reader's time zone."""
    return f"{localtime(value):%H:%M}"


def count(value: int, one: str, many: str = "") -> str:
    """« 1 indicateur », « 12 indicateurs »."""
    return f"{value}{NO_BREAK}{one if abs(value) < 2 else many or one + 's'}"  # noqa: PLR2004 -- French: plural from two


FILTERS = {
    "day": day,
    "hour": hour,
    "month": month_in_french,
    "count": count,
    "size": weighed,
    "media_kind": media_kind,
    "fr": french,
    "faults": faults,
    "tells_what_is_asked": tells_what_is_asked,
}
