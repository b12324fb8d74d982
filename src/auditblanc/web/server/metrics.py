"""What is counted of each request, for whoever watches the site: by the name of its view, since some addresses hold a secret.

Every worker writes into files of its own in one folder; whichever is asked adds them up. See docs/settings.md.
"""

from __future__ import annotations

import hmac
import time
from typing import TYPE_CHECKING

from django.core.exceptions import MiddlewareNotUsed
from django.db import DatabaseError

from auditblanc.web.server.said import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

ADDRESS = "/mesures/"
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def _has(token: str, request: HttpRequest) -> bool:
    told = request.headers.get("Authorization", "").encode()
    return hmac.compare_digest(told, f"Bearer {token}".encode())


def metrics(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count each request, and tell the sums to who has the token. Nothing is counted without a token.

    Raises:
        MiddlewareNotUsed: there is none.
    """
    token = said().metrics
    if not token:
        raise MiddlewareNotUsed
    from auditblanc.web.server import counters, metrics_page  # noqa: PLC0415 -- of an extra, and only once a worker's folder is said

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path == ADDRESS and _has(token, request):
            return metrics_page.page()
        start = time.perf_counter()
        answer = get_response(request)
        match = request.resolver_match
        view = match.view_name if match else ""
        method = str(request.method) if request.method in _METHODS else "other"
        counters.REQUESTS.labels(view, method, answer.status_code).inc()
        counters.SECONDS.labels(view).observe(time.perf_counter() - start)
        return answer

    def failed(_request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, DatabaseError):
            counters.DATABASE_ERRORS.labels(type(exception).__name__).inc()

    middleware.process_exception = failed  # type: ignore[attr-defined]  # where Django looks for it
    return middleware
