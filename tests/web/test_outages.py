"""The database away, the disk full: what each failure is taken for, and what a person reads."""

from __future__ import annotations

import errno
import sqlite3

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError
from django.test import RequestFactory
from lxml import html

from auditblanc.web import errors
from auditblanc.web.outages import Outage, outage
from tests.pages import texts, words


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def of_sqlite(code: int) -> Exception:
    cause = sqlite3.OperationalError("…")
    cause.sqlite_errorcode = code
    return caused(OperationalError("…"), cause)


# SQLite extends its codes: a file that became read-only under an open connection is 8 + 256 × 4.
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (of_sqlite(sqlite3.SQLITE_BUSY), Outage.AWAY),
        (of_sqlite(sqlite3.SQLITE_FULL), Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_READONLY + 256 * 4), Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_FULL).__cause__, Outage.UNWRITABLE),
        (of_sqlite(sqlite3.SQLITE_ERROR), None),
        (caused(OperationalError("…"), psycopg.OperationalError("connection refused")), Outage.AWAY),
        (caused(InterfaceError("…"), psycopg.InterfaceError("the connection is closed")), Outage.AWAY),
        (caused(OperationalError("…"), psycopg.errors.AdminShutdown()), Outage.AWAY),
        (caused(OperationalError("…"), psycopg.errors.DeadlockDetected()), Outage.AWAY),
        (caused(OperationalError("…"), psycopg.errors.DiskFull()), Outage.UNWRITABLE),
        (ProgrammingError("…"), None),
        (OSError(errno.ENOSPC, "…"), Outage.UNWRITABLE),
        (OSError(errno.ENOENT, "…"), None),
        (ValueError("…"), None),
        (None, None),
    ],
)
def test_each_failure_is_taken_for_what_it_is(error, kind):
    assert outage(error) is kind


def failing(request, error):
    """The page that Django asks for while it handles an exception."""
    try:
        raise error
    except type(error):
        return errors.server_error(request)


def test_what_was_sent_is_in_the_page_to_be_sent_again():
    request = RequestFactory().post("/o/x/?vue=tableau", {"what": "Publier « les » résultats", "chosen": ["a", "b"]})
    request.POST  # noqa: B018 -- read by the view, as it is

    answer = failing(request, of_sqlite(sqlite3.SQLITE_BUSY))

    (form,) = html.fromstring(answer.content.decode()).xpath("//main//form")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert form.get("action") == "/o/x/?vue=tableau"
    sent = [(each.get("name"), each.get("value")) for each in form.xpath(".//input[@name != 'csrfmiddlewaretoken']")]
    assert sent == [("what", "Publier « les » résultats"), ("chosen", "a"), ("chosen", "b")]
    assert texts(answer, "//main//button") == ["Réessayer"]
    assert "ce que vous venez d’envoyer est gardé dans cette page" in answer.content.decode()


@pytest.mark.parametrize("said", [{"email": "a@b.fr", "password": "secret"}, {"code": "123456"}])
def test_what_opens_an_account_is_never_written_in_a_page(said):
    request = RequestFactory().post("/entrer/", said)
    request.POST  # noqa: B018 -- as above

    answer = failing(request, of_sqlite(sqlite3.SQLITE_BUSY))

    assert texts(answer, "//main//form") == []
    assert not any(value in answer.content.decode() for value in said.values())


def test_a_full_disk_says_what_to_do():
    answer = failing(RequestFactory().get("/"), OSError(errno.ENOSPC, "…"))

    assert (answer.status_code, texts(answer, "//h1")) == (507, ["Rien ne peut être écrit"])
    assert "Prévenez qui s’en occupe" in answer.content.decode()


def test_a_part_of_a_page_that_fails_leaves_the_page_as_it_is():
    request = RequestFactory().post("/", {"level": "1"}, headers={"HX-Request": "true"})

    answer = failing(request, of_sqlite(sqlite3.SQLITE_BUSY))

    assert (answer.status_code, answer.headers["HX-Retarget"], answer.headers["HX-Reswap"]) == (
        503,
        "#messages",
        "innerHTML",
    )
    assert words(html.fromstring(answer.content.decode())).startswith("Le site ne peut pas répondre. La base")
