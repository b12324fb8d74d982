"""What the site counts, told to who has the token and to nobody else."""

from __future__ import annotations

import re

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from auditblanc.accounts.invitations import invite
from auditblanc.accounts.models import Role
from auditblanc.assessments.background import later
from auditblanc.assessments.background.queue import Limits
from auditblanc.assessments.background.worker import work_now
from auditblanc.web.server import counters
from auditblanc.web.server.metrics import metrics
from tests.assessments.background.tasks import refuse, rename

TOKEN = "un-secret-de-vingt-caracteres"  # noqa: S105 -- of these tests alone


@pytest.fixture
def machine(db, monkeypatch):
    monkeypatch.setenv("AUDITBLANC_METRICS", TOKEN)
    return Client(headers={"Authorization": f"Bearer {TOKEN}"})


def told(machine):
    """The figures by their name and labels."""
    text = machine.get("/mesures/").content.decode()
    return {name: float(value) for name, value in re.findall(r"^(\w+(?:\{[^}]*\})?) (\S+)$", text, re.MULTILINE)}


@pytest.mark.parametrize("said", [{}, {"Authorization": "Bearer autre"}, {"Authorization": TOKEN}])
def test_without_the_token_there_is_no_such_page(machine, said):
    assert Client(headers=said).get("/mesures/").status_code == 404


def test_without_a_token_set_nothing_is_told_even_to_nobody(db):
    assert Client(headers={"Authorization": "Bearer "}).get("/mesures/").status_code == 404


def test_requests_are_counted_by_view_and_never_by_the_secret_of_their_address(machine, alice, mimosa):
    secret = invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.READER)
    name = 'auditblanc_requests_total{method="GET",status="200",view="people:invited"}'
    before = told(machine).get(name, 0)

    machine.get(f"/invitation/{secret}/")

    after = told(machine)
    assert after[name] - before == 1
    assert after['auditblanc_request_seconds_count{view="people:invited"}'] >= 1
    assert secret not in machine.get("/mesures/").content.decode()


def test_the_queue_is_told(machine, mimosa):
    later(refuse, mimosa.pk)
    work_now(Limits(again=0))
    later(rename, mimosa.pk)

    found = told(machine)

    states = {state: found[f'auditblanc_queue_jobs{{state="{state}"}}'] for state in ("waiting", "running", "failed")}
    assert states == {"waiting": 1, "running": 0, "failed": 1}
    assert 0 < found["auditblanc_queue_oldest_seconds"] < 60


def test_saves_are_counted_by_the_journal(machine, mimosa, assessment):
    assert told(machine)["auditblanc_journal_last_number"] >= mimosa.events.count() > 0


def test_the_failures_of_the_database_are_counted(machine, rf):
    def kept():
        return counters.DATABASE_ERRORS.labels("DatabaseError")._value.get()

    before = kept()

    metrics(lambda _request: None).process_exception(rf.get("/"), DatabaseError("gone"))
    metrics(lambda _request: None).process_exception(rf.get("/"), ValueError("other"))

    assert kept() - before == 1


def test_the_version_and_the_memory_are_told(machine):
    found = told(machine)

    assert [name for name in found if name.startswith("auditblanc_info")] != []
    assert found["auditblanc_memory_bytes"] > 10_000_000
    assert found["auditblanc_database_up"] == 1
