"""A person's campaigns: the list, how far each organisation is, who is blocked, the next ones begun."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone

from auditblanc.assessments import editions
from auditblanc.assessments.background.queue import unfinished
from auditblanc.assessments.models import Assessment, Campaign, Start
from auditblanc.assessments.pushing import push_campaign
from auditblanc.assessments.writes import campaign as writes
from auditblanc.domain.dates import in_french
from auditblanc.domain.profile import Audit
from tests import people
from tests.pages import cells, page, texts

AT = "/campagnes/"
TERMS = writes.Terms(name="Printemps", audit=Audit(), edition="2026-v9", start=Start.BLANK)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def campaign_of(alice, count, *, begun=None):
    clients = [people.organisation(f"Client {number:03}", alice) for number in range(count)]
    made = writes.launch(alice, TERMS, [each.pk for each in clients], people.stamp(alice, at=timezone.now()))
    stamp = people.stamp(alice, at=timezone.now())
    writes.push(made, editions.catalogue(), stamp, at_most=count if begun is None else begun)
    return made


def moved(name, levels, days):
    """What became of one of them, so many days ago."""
    at = timezone.now() - timedelta(days=days)
    rows = Assessment.objects.filter(organisation__name=name)
    rows.update(levels=levels.ljust(33, levels[-1:]), created_at=at, updated_at=at)


def test_the_list_says_how_many_answer(client, alice):
    campaign_of(alice, 3)
    moved("Client 001", "10", 0)

    assert cells(client.get(AT)) == [["Printemps", in_french(timezone.localdate()), "1 sur 3"]]


def test_no_campaign_says_where_one_begins(client, db):
    assert texts(client.get(AT), "//main//div[@class='empty']//a") == ["Ouvrir le portefeuille"]


def test_each_organisation_is_a_line_and_who_is_blocked_is_counted(client, alice):
    made = campaign_of(alice, 4)
    moved("Client 000", "1", 90)
    moved("Client 001", "120", 40)

    answer = client.get(f"{AT}{made.key}/")

    assert [row[0] for row in cells(answer)] == ["Client 000", "Client 001", "Client 002", "Client 003"]
    assert texts(answer, "//main//dl//dd") == ["4", "2", "1"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?ou=blank", ["Client 002"]),
        ("?ou=still", ["Client 001"]),
        ("?ou=still&jours=60", []),
        ("?ou=refused", []),
        ("?ou=x&jours=y&page=0", ["Client 000", "Client 001", "Client 002"]),
    ],
)
def test_it_is_narrowed_by_the_address(client, alice, asked, found):
    made = campaign_of(alice, 3)
    moved("Client 000", "1", 90)
    moved("Client 001", "120", 40)

    assert [row[0] for row in cells(client.get(f"{AT}{made.key}/{asked}"))] == found


@pytest.mark.parametrize("count", [1, 55])
def test_a_campaign_takes_four_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    made = campaign_of(alice, count)

    with django_assert_num_queries(4):
        answer = client.get(f"{AT}{made.key}/")

    assert len(cells(answer)) == min(count, 50)


def test_what_waits_is_told_and_may_be_asked_for_again(client, alice):
    made = campaign_of(alice, 5, begun=1)

    asked = client.get(f"{AT}{made.key}/")
    answer = client.post(f"{AT}{made.key}/suite/")

    assert texts(asked, "//*[@id='avancement']/p[@role]") == ["1 évaluation commencée, 4 à venir."]
    assert answer.headers["Location"] == f"{AT}{made.key}/"
    assert unfinished(push_campaign.module_path) == 1


def test_the_progress_asks_again_until_none_waits_then_the_page_is_drawn_anew(client, alice):
    made = campaign_of(alice, 3, begun=1)

    answer = client.get(f"{AT}{made.key}/", headers={"HX-Request": "true"})
    push_campaign.func(made.pk)
    last = client.get(f"{AT}{made.key}/", headers={"HX-Request": "true"})

    assert page(answer).xpath("//@hx-trigger") == ["every 2s"]
    assert "HX-Refresh" not in answer.headers
    assert (page(last).xpath("//@hx-trigger"), last.headers["HX-Refresh"]) == ([], "true")


def test_it_is_a_file_where_nothing_is_a_formula(client, alice):
    made = campaign_of(alice, 2)
    moved("Client 001", "120", 40)
    organisation = Assessment.objects.get(organisation__name="Client 001").organisation
    type(organisation).objects.filter(pk=organisation.pk).update(name="=1+1")

    answer = client.get(f"{AT}{made.key}/fichier/csv/?ou=still")

    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [line[:6] for line in lines[1:]] == [["'=1+1", "Printemps", "2026-v9", "1", "1", "0"]]
    assert client.get(f"{AT}{made.key}/fichier/pdf/").status_code == 404


def test_a_thrown_away_assessment_is_no_longer_followed(client, alice):
    made = campaign_of(alice, 2)
    Assessment.objects.filter(organisation__name="Client 000").update(removed_at=timezone.now())

    assert [row[0] for row in cells(client.get(f"{AT}{made.key}/"))] == ["Client 001"]


def test_it_is_forgotten_once_confirmed(client, alice):
    made = campaign_of(alice, 1)

    asked = client.get(f"{AT}{made.key}/oublier/")
    done = client.post(f"{AT}{made.key}/oublier/")

    assert texts(asked, "//main//form//button") == ["Oublier cette campagne"]
    assert done.headers["Location"] == AT
    assert (Campaign.objects.count(), Assessment.objects.count()) == (0, 1)


@pytest.mark.parametrize("path", ["", "suite/", "oublier/", "fichier/csv/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_s_campaign_is_not_there(client, alice, charlie, path, method):
    theirs = Campaign.objects.create(
        person=charlie, name="Printemps", edition="2026-v9", start="blank", created_at=people.NOON
    )

    answer = getattr(client, method)(f"{AT}{theirs.key}/{path}")

    assert answer.status_code in (404, 405)
    assert Campaign.objects.count() == 1


def test_a_member_who_is_gone_reads_nothing_of_it(client, alice):
    made = campaign_of(alice, 2)
    alice.memberships.filter(organisation__name="Client 000").delete()

    assert [row[0] for row in cells(client.get(f"{AT}{made.key}/"))] == ["Client 001"]
