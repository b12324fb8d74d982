"""What somebody who is signed in reads stays theirs: no browser, no proxy keeps it for who sits there next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

_NOT_KEPT = "private, no-store"


def private_pages(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Of every answer for which it was asked who is there; one that says otherwise by itself is left as it is."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        if hasattr(request, "_cached_user"):
            answer.headers.setdefault("Cache-Control", _NOT_KEPT)
        return answer

    return middleware
