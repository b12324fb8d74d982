"""The calendar: its page, its file, and the secret address that a program reads."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from auditblanc.assessments.models import Action, CalendarFeed, Event, Evidence
from auditblanc.domain.snapshot import Snapshot
from tests import people
from tests.pages import texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def plan(mimosa):
    Action.objects.create(organisation=mimosa, what="Publier les résultats", due=date(2020, 1, 1), owner="Paul")
    Action.objects.create(organisation=mimosa, what="Relire les CGV", due=date(2090, 5, 4), owner="Zoé")
    Evidence.objects.filter(organisation=mimosa).update(content_date=date(2089, 5, 4), renewal_months=12)


def page_of(assessment, name="calendar"):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key])


def opened(client, assessment, owner=""):
    """The address that is shown once."""
    answer = client.post(page_of(assessment, "open_feed"), {"owner": owner})
    [shown] = texts(answer, "//code")
    return shown


def test_days_are_told_month_after_month_and_what_is_late_first(client, assessment, plan):
    answer = client.get(page_of(assessment))

    assert texts(answer, "//section//h2")[:3] == ["En retard", "Mars 2027", "Mai 2090"]
    assert texts(answer, "//*[@id='en-retard']//strong") == ["Publier les résultats"]
    assert texts(answer, "//*[@id='mois-2090-05']//strong") == ["Relire les CGV", "Catalogue 2027"]


def test_one_person_sees_their_own_and_what_is_everybodys(client, assessment, plan):
    answer = client.get(page_of(assessment), {"personne": "Zoé"})

    assert texts(answer, "//*[@class='due']//strong") == ["Audit initial", "Relire les CGV", "Catalogue 2027"]


def test_the_page_takes_eight_queries(client, assessment, plan, django_assert_num_queries):
    with django_assert_num_queries(8):
        client.get(page_of(assessment))


def test_without_a_day_it_says_where_days_come_from(client, mimosa, alice):
    bare = people.assessment(mimosa, alice, Snapshot(edition="2026-v9"))

    assert "Aucune date pour l’instant." in texts(client.get(page_of(bare)), "//main")[0]


def test_the_file_is_read_by_a_calendar_program(client, assessment, plan):
    answer = client.get(page_of(assessment, "calendar_file"))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).events] == [
        "Action : Publier les résultats",
        "Audit : Audit initial",
        "Action : Relire les CGV",
        "Preuve à renouveler : Catalogue 2027",
    ]


def test_whoever_has_the_address_reads_it_without_signing_in(client, assessment, plan):
    answer = Client().get(opened(client, assessment))

    assert answer.status_code == 200
    assert len(Calendar.from_ical(answer.content).events) == 4


def test_the_address_of_a_person_gives_their_days(client, assessment, plan):
    answer = Client().get(opened(client, assessment, "Paul"))

    names = [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.content).events]
    assert names == ["Action : Publier les résultats", "Audit : Audit initial", "Preuve à renouveler : Catalogue 2027"]


def test_a_closed_address_is_no_address(client, assessment):
    shown = opened(client, assessment)
    feed = CalendarFeed.objects.get()

    client.post(reverse("assessments:close_feed", args=[assessment.organisation.key, assessment.key, feed.key]))

    assert (Client().get(shown).status_code, Client().get("/calendrier/autre.ics").status_code) == (404, 404)


def test_the_secret_is_kept_nowhere(client, assessment):
    secret = opened(client, assessment).rpartition("/")[2].removesuffix(".ics")

    assert secret not in str(list(CalendarFeed.objects.values()))
    assert secret not in str(list(Event.objects.values_list("value__after", "value__before")))
    assert secret not in client.get(page_of(assessment)).content.decode()


def test_a_name_that_no_field_holds_is_refused(client, assessment):
    answer = client.post(page_of(assessment, "open_feed"), {"owner": "x" * 501})

    assert (answer.status_code, CalendarFeed.objects.count()) == (422, 0)
    assert "la limite est de 500" in texts(answer, "//*[@id='id_owner_error']")[0]
