"""Two addresses for whoever watches the site: it runs; it can answer. Asked by machines, under whatever host they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import Error, connection
from django.http import HttpResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

RUNS, READY = "/sante/", "/pret/"
_TEXT = "text/plain; charset=utf-8"


def health(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """First of all: neither a session nor a known host is needed, and nothing is told but a word."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == RUNS:
            return HttpResponse("en marche\n", content_type=_TEXT)
        if request.path == READY:
            return _ready()
        return get_response(request)

    return middleware


def _ready() -> HttpResponse:
    """Whether the database answers: 503 takes this process out of the turn until it does."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        connection.close()
        return HttpResponse("la base de données ne répond pas\n", content_type=_TEXT, status=503)
    return HttpResponse("prêt\n", content_type=_TEXT)
