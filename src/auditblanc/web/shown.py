"""How values are shown: days, moments, counts, in French typography."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from auditblanc.domain.dates import in_french, month_in_french
from auditblanc.domain.french import weighed
from auditblanc.domain.media_kind import media_kind
from auditblanc.web.browser_name import browser_name
from auditblanc.web.faults import faults, tells_what_is_asked
from auditblanc.web.typography import french

NO_BREAK = "\u00a0"
_BLOCK = '<script type="application/json">'
_STEP = '<script type="application/json" data-allauth-onload="allauth.webauthn.forms.{}">{}'


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


def data_block(value: object, name: str) -> str:
    """Values for a script, which find them by this name: text that no browser runs."""
    return json_script(value, name)


def key_step(value: object, step: str) -> SafeString:
    """What the library of accounts does with a key of the browser on this page, and with which of its elements."""
    words = mark_safe(json_script(value).removeprefix(_BLOCK))  # noqa: S308 -- json_script escaped it
    return format_html(_STEP, step, words)


FILTERS = {
    "data_block": data_block,
    "key_step": key_step,
    "day": day,
    "hour": hour,
    "month": month_in_french,
    "count": count,
    "size": weighed,
    "browser_name": browser_name,
    "media_kind": media_kind,
    "fr": french,
    "faults": faults,
    "tells_what_is_asked": tells_what_is_asked,
}
