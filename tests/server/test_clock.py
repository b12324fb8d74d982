"""The clock of the machine jumps: an hour back, a year ahead, right again. Nothing is lost, nobody stays shut out."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from auditblanc.accounts.invitations import invite
from auditblanc.accounts.models import Role
from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.action import Action
from tests import people
from tests.assessments.asking import save
from tests.server.accounts import enter

BACK, AHEAD = timedelta(hours=-1), timedelta(days=365)


@contextmanager
def jumped(by):
    """What the machine takes for the time, meanwhile."""
    with time_machine.travel(timezone.now() + by, tick=True):
        yield


@pytest.fixture
def inside(client, alice):
    enter(client, alice)
    return client


def test_saves_and_their_journal_do_not_hang_on_the_clock(inside, assessment, mimosa):
    told = []
    for version, by in enumerate([timedelta(), BACK, timedelta(days=3), BACK]):
        with jumped(by):
            answer = save(inside, "present", assessment, indicator=3, presentation=f"Texte {version}", version=version)
            told.append(answer.status_code)

    events = Event.objects.filter(organisation=mimosa, field="presentation").order_by("number")
    times = [each.at for each in events]
    assert told == [200] * 4
    assert snapshot(assessment).rating(3).presentation == "Texte 3"
    # The journal is in the order of what was done, whatever the clock said of it.
    assert (times != sorted(times), first_fault(mimosa)) == (True, None)
    assert [each.version for each in events] == [1, 2, 3, 4]


def test_a_save_sent_again_after_a_jump_is_still_the_same(inside, assessment):
    said = {"presentation": "Le catalogue", "version": 0, "request": "une-fois"}
    save(inside, "present", assessment, indicator=3, **said)

    with jumped(BACK):
        again = save(inside, "present", assessment, indicator=3, **said)

    assert (again.status_code, Event.objects.filter(field="presentation").count()) == (200, 1)


def test_a_session_ends_in_its_time_and_not_for_an_hour_back(inside):
    seen = []
    for by in (BACK, timedelta(), timedelta(days=13)):
        with jumped(by):
            seen.append(inside.get("/").status_code)
    other = Client()
    other.cookies = inside.cookies.copy()
    with jumped(AHEAD):
        seen.append(other.get("/").status_code)

    assert seen == [200, 200, 200, 302]


def test_an_invitation_ends_with_a_wrong_clock_and_serves_again_with_the_right_one(alice, mimosa, client):
    secret = invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.READER)
    path = reverse("people:invited", args=[secret])
    seen = []
    for by in (BACK, AHEAD, timedelta()):
        with jumped(by):
            seen.append(client.get(path).status_code)

    assert seen == [200, 410, 200]


@pytest.mark.parametrize("by", [AHEAD, BACK])
def test_who_was_stopped_under_a_wrong_clock_comes_in_once_it_is_right(alice, by):
    with jumped(by):
        for _ in range(6):
            enter(Client(), alice, "x")
        stopped = enter(Client(), alice).status_code
    with jumped(timedelta(minutes=6) if by == BACK else timedelta()):
        entered = enter(Client(), alice).status_code

    assert (stopped, entered) == (200, 302)


def test_deadlines_follow_the_day_that_it_is(inside, assessment, mimosa, alice):
    from auditblanc.assessments.writes.actions import plan  # noqa: PLC0415 -- models are imported late

    due = timezone.localdate() + timedelta(days=30)
    plan(mimosa.pk, [Action(what="Publier", due=due)], people.stamp(alice))
    address = reverse("assessments:actions", args=[mimosa.key, assessment.key]) + "?retard=on"
    seen = []
    for by in (BACK, timedelta(days=31)):
        with jumped(by):
            client = Client()
            client.force_login(alice)
            seen.append("Publier" in client.get(address).content.decode())

    assert seen == [False, True]
