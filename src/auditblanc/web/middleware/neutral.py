"""Neutral mode: an address that would advise is shut, and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from auditblanc.domain.neutral import shut_address
from auditblanc.web import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def neutral(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer before the view where the table of neutral mode (``domain/neutral.toml``) shuts its address."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_view = shut  # type: ignore[attr-defined]  # where Django looks for it
    return middleware


def shut(request: HttpRequest, *_view: object) -> HttpResponse | None:
    """The page that says why; nothing outside of neutral mode."""
    asked = request.resolver_match
    part = shut_address(asked.view_name) if settings.IS_NEUTRAL and asked else None
    return errors.shut(request, part.refusal) if part else None
