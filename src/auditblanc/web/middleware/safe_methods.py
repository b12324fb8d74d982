"""Looking changes nothing: a safe method cannot write, whatever the view does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_READS = re.compile(
    r"\s*(SELECT|WITH|EXPLAIN|PRAGMA|SAVEPOINT|RELEASE SAVEPOINT|BEGIN|COMMIT|ROLLBACK)\b", re.IGNORECASE
)
# Of the libraries by which people sign in: what they keep of sessions and attempts is theirs to tidy at any time.
_THEIRS = re.compile(
    r'\s*(INSERT INTO|UPDATE|DELETE FROM) "(django_session|account_|mfa_|usersessions_|sign_in_)', re.IGNORECASE
)


class WriteInSafeMethodError(Exception):
    """A view of ours writes where it may only read."""


def safe_methods(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuse every statement but reads while a safe method is answered."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in _SAFE:
            return get_response(request)
        with connection.execute_wrapper(only_reads):
            return get_response(request)

    return middleware


def only_reads(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 -- Django decides what a wrapper takes
    if not _READS.match(sql) and not _THEIRS.match(sql):
        raise WriteInSafeMethodError(sql[:200])
    return execute(sql, params, many, context)
