"""What the site tells whoever runs it: one line of JSON a request and a failure, on the error stream, without a secret."""

from __future__ import annotations

import json
import logging
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

ACCESS, SECURITY = "auditblanc.access", "auditblanc.security"
COPIES = "auditblanc.copies"
_log = logging.getLogger(ACCESS)


class AsJson(logging.Formatter):
    """Time, level, place, message, what the record adds (``said``), and the failure where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "said", {}),
        }
        if record.exc_info:
            told["failure"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def access(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """One line a request: by the pattern of its address, since some addresses hold a secret."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        answer = get_response(request)
        # Only who was looked up already: an asset asks for nobody.
        match, person = request.resolver_match, getattr(request, "_cached_user", None)
        said = {
            "method": request.method,
            "route": match.route if match else "",
            "status": answer.status_code,
            "ms": round(1000 * (time.perf_counter() - start), 1),
            "person": getattr(person, "key", ""),
        }
        _log.info("request", extra={"said": said})
        return answer

    return middleware


def logging_of(local: dict[str, Any]) -> dict[str, Any]:
    """The settings of one machine's site, whose failures also go to the error stream, with each request and each copy."""
    stream = {"class": "logging.StreamHandler", "formatter": "json"}
    loggers = {
        name: {**each, "handlers": [*each["handlers"], "stream"]} if each["handlers"] == ["journal"] else each
        for name, each in local["loggers"].items()
    }
    told = {"handlers": ["requests"], "level": "INFO", "propagate": False}
    return {
        **local,
        "formatters": {**local["formatters"], "json": {"()": AsJson}},
        "handlers": {**local["handlers"], "stream": {**stream, "level": "ERROR"}, "requests": stream},
        "loggers": {**loggers, **dict.fromkeys((ACCESS, SECURITY, COPIES), told)},
    }
