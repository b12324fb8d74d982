"""When a copy is recalled to the person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from auditblanc.accounts.writes import found_organisation, local_person
from auditblanc.assessments.models import Event
from auditblanc.web.local import state
from auditblanc.web.local.reminder import Reminder, is_due, reminder
from auditblanc.web.local.state import State

COPY = datetime(2026, 11, 1, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changed_after", "days", "due"),
    [
        (timedelta(minutes=1), 14, True),
        (timedelta(minutes=1), 13, False),
        (timedelta(days=20), 20, True),
        (timedelta(minutes=-1), 30, False),
        (None, 30, False),
    ],
)
def test_after_two_weeks_with_changes(changed_after, days, due):
    last_change = None if changed_after is None else COPY + changed_after

    assert is_due(last_copy=COPY, last_change=last_change, now=COPY + timedelta(days=days)) is due


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITBLANC_DATA", str(tmp_path))
    return tmp_path


def test_nothing_is_asked_of_the_database_before_two_weeks(data, db, django_assert_num_queries):
    state.write(data, State(last_copy=COPY))

    with django_assert_num_queries(0):
        assert reminder(COPY + timedelta(days=13)) is None


def test_without_changes_there_is_nothing_to_recall(data, db, django_assert_num_queries):
    state.write(data, State(installed_at=COPY))

    with django_assert_num_queries(1):
        assert reminder(COPY + timedelta(days=30)) is None


@pytest.mark.parametrize(("remembered", "never"), [(State(installed_at=COPY), True), (State(last_copy=COPY), False)])
def test_it_tells_how_long_and_whether_there_was_one(data, db, remembered, never, change_at):
    state.write(data, remembered)
    change_at(COPY + timedelta(days=1))

    assert reminder(COPY + timedelta(days=16)) == Reminder(days=16, never=never)


@pytest.fixture
def change_at(db):
    """Somebody changes something, in an organisation of their own."""

    def change(at: datetime) -> None:
        organisation = found_organisation(name="Mimosa", by=local_person(), at=at)
        Event.objects.create(organisation=organisation, number=1, at=at, author="x", verb="began", hash="0" * 64)

    return change


def test_the_first_page_shows_it(data, client, change_at):
    copy = timezone.now() - timedelta(days=16)
    state.write(data, State(last_copy=copy))
    change_at(copy + timedelta(days=1))
    client.force_login(local_person())

    page = client.get("/").content.decode().replace("\xa0", " ")

    assert "Dernière copie il y a 16 jours" in page
