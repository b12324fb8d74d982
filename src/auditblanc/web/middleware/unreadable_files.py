"""A file that cannot be read gets a page that says why, wherever it was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def unreadable_files(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 422 where a view lets the refusal of a reader through: one that has a form says it beside the field."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_exception = refused  # type: ignore[attr-defined]  # where Django looks for it
    return middleware


def refused(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    return errors.unprocessable(request, str(exception)) if isinstance(exception, UnreadableFileError) else None
