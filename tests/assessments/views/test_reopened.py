"""What an installed text re-opens: a page at a time, and the same as a file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from auditblanc.assessments.reads.reopened import PAGE
from auditblanc.domain.snapshot import Level, Rating
from tests import people
from tests.pages import cells, texts

AT = "/textes/2026-v9/rouvre/"
OLD = replace(
    people.SNAPSHOT,
    edition="2019-v9",
    ratings=tuple(Rating(indicator=number, level=Level.READY) for number in range(1, 33)),
    evidence=(),
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def clients(alice, count):
    for number in range(count):
        people.assessment(people.organisation(f"=O{number:03}", alice), alice, OLD)


def test_nothing_to_look_at_again_says_so(client, assessment):
    assert texts(client.get(AT), "//main//div[@class='empty']/p/strong") == ["Rien à revoir."]


@pytest.mark.parametrize("count", [1, PAGE + 2])
def test_a_page_takes_two_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    clients(alice, count)

    with django_assert_num_queries(2):
        answer = client.get(AT)

    assert len(cells(answer)) == min(count, PAGE)


def test_the_next_page_goes_on_from_there(client, alice):
    clients(alice, PAGE + 2)

    answer = client.get(f"{AT}?page=2")

    assert [row[0] for row in cells(answer)] == ["=O050 Audit de mars", "=O051 Audit de mars"]
    assert texts(answer, "//nav[@class='pager']//a") == ["← Page précédente"]


def test_all_of_them_are_a_file_where_nothing_is_a_formula(client, alice):
    clients(alice, PAGE + 2)

    lines = list(csv.reader(io.StringIO(client.get(f"{AT}fichier/csv/").content.decode("utf-8-sig")), delimiter=";"))

    assert (len(lines), lines[1][:3]) == (PAGE + 3, ["'=O000", "Audit de mars", "2019-v9"])
    assert len(lines[1][4].split(", ")) == int(lines[1][3])
    assert client.get(f"{AT}fichier/pdf/").status_code == 404


def test_a_text_that_is_not_there_is_not_found(client):
    assert client.get("/textes/rien/rouvre/").status_code == 404


def test_the_text_leads_there(client):
    assert client.get("/textes/2026-v9/").content.decode().count(f'href="{AT}"') == 1
