"""What machines ask of the site, and what it tells whoever runs it."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from auditblanc.accounts.invitations import invite
from auditblanc.accounts.models import Role
from auditblanc.web.server.logs import ACCESS, AsJson


@pytest.fixture
def told(caplog):
    """The requests that were logged, as whoever reads them gets them."""
    logger = logging.getLogger(ACCESS)
    logger.addHandler(caplog.handler)
    yield lambda: [json.loads(AsJson().format(record)) for record in caplog.records if record.name == ACCESS]
    logger.removeHandler(caplog.handler)


@pytest.mark.parametrize(("path", "word"), [("/sante/", "en marche"), ("/pret/", "prêt")])
def test_a_machine_asks_under_any_host(db, path, word):
    answer = Client(SERVER_NAME="10.0.0.7").get(path)

    assert (answer.status_code, answer.content.decode().strip()) == (200, word)


def test_without_its_database_it_runs_and_is_not_ready(db):
    def refuse(*_):
        raise DatabaseError("gone")

    with connection.execute_wrapper(lambda execute, *_: refuse()):
        answers = [Client().get(path).status_code for path in ("/sante/", "/pret/")]

    assert answers == [200, 503]


def test_each_request_is_a_line_without_the_secret_of_its_address(client, mimosa, alice, told):
    secret = invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.READER)
    client.force_login(alice)

    client.get(f"/invitation/{secret}/")

    (line,) = told()
    assert (line["method"], line["route"], line["status"], line["person"]) == (
        "GET",
        "invitation/<str:secret>/",
        200,
        alice.key,
    )
    assert secret not in json.dumps(line)


def test_a_failure_is_told_with_its_place():
    failure = (ValueError, ValueError("x"), None)
    record = logging.getLogger("auditblanc").makeRecord("auditblanc", logging.ERROR, "", 1, "Oh", (), failure)

    line = json.loads(AsJson().format(record))

    assert (line["level"], line["message"], line["failure"]) == ("error", "Oh", "ValueError: x")
