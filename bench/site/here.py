"""The site in this process, called as its server calls it: no socket, so that only the site is timed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.db.models import Count
from django.test import Client

from auditblanc.accounts.writes import local_person
from auditblanc.assessments.models import Assessment
from auditblanc.web.wsgi import application
from bench.site.bare import CSRF, TABLE, csrf_cookie


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Here:
    """``assessment``: the worked example that fills most rows, of a person who is signed in by ``cookie``."""

    application: WSGIHandler
    cookie: str
    assessment: Assessment

    @property
    def path(self) -> tuple[str, str]:
        """What addresses of the assessment begin with."""
        return self.assessment.organisation.key, self.assessment.key

    def get(self, path: str) -> Answer:
        return self._asked("GET", path, b"")

    def post(self, path: str, **fields: object) -> Answer:
        return self._asked("POST", path, urlencode({"csrfmiddlewaretoken": CSRF, **fields}).encode())

    def _asked(self, method: str, path: str, body: bytes) -> Answer:
        found: dict[str, Any] = {}

        def started(status: str, headers: list[tuple[str, str]], *_fault: object) -> None:
            found.update(status=int(status[:3]), headers=dict(headers))

        answer = self.application(self._environ(method, path, body), started)
        content = b"".join(answer)
        answer.close()
        return Answer(**found, body=content)

    def _environ(self, method: str, path: str, body: bytes) -> dict[str, Any]:
        return {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_ACCEPT_ENCODING": "gzip, deflate, br",
            "HTTP_COOKIE": self.cookie,
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
        } | ({"HTTP_HX_REQUEST": "true"} if method == "POST" else {})


def signed_in() -> Here:
    """The site, its one person, the worked example that holds most."""
    client = Client()
    client.force_login(local_person())
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    fullest = (
        Assessment.objects.select_related("organisation")
        .annotate(count=Count("organisation__evidence"))
        .latest("count")
    )
    cookie = f"{session.key}={session.value}; {csrf_cookie(settings.CSRF_COOKIE_NAME)}"
    return Here(application=application, cookie=cookie, assessment=fullest)
