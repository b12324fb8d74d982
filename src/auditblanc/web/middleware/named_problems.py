"""A problem that has its own sentence gets a page that says it, wherever it was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.edition_file import EditionError
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import SavingError
from auditblanc.web import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def named_problems(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer for the views that let a refusal through: one that has a form says it beside the field."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_exception = told  # type: ignore[attr-defined]  # where Django looks for it
    return middleware


def told(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The page of a file that cannot be read, of an installed text at fault, of a disk that refuses; else nothing."""
    match exception:
        case UnreadableFileError():
            return errors.unprocessable(request, str(exception))
        case EditionError():
            return errors.faulty_text(request, str(exception))
        case SavingError():
            return errors.not_written(request, str(exception))
    return None
