"""A document as an answer: its type, and a name that still says what it is a year later in a folder of downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
_NAME_LIMIT = 60


def download(data: bytes, name: str) -> HttpResponse:
    """``name`` ends with a suffix of ours and holds ASCII only, as :func:`file_name` makes it."""
    suffix = name[name.rindex(".") :]
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(data, content_type=TYPES.get(suffix, "application/octet-stream"), headers=headers)


def archive(made: Iterable[bytes], name: str) -> StreamingHttpResponse:
    """A ZIP that goes out as it is made. It is compressed where that helps: compressing it again would hold it back."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
        "Content-Encoding": "identity",
    }
    return StreamingHttpResponse(made, content_type="application/zip", headers=headers)


def file_name(what: str, organisation: str, today: date, suffix: str) -> str:
    """« rapport-atelier-mimosa-2026-11-25.pdf »."""
    parts = (slugify(part)[:_NAME_LIMIT].strip("-") for part in (what, organisation))
    return "-".join((*(part for part in parts if part), today.isoformat())) + suffix
