"""The first page: what a person has, and nothing of anybody else's."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.accounts.writes import found_organisation
from auditblanc.assessments.models import Action
from tests import people
from tests.pages import texts


def opened(client, person):
    client.force_login(person)
    return client.get("/")


def test_home_takes_eight_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(8):
        client.get("/")


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_as_many_queries_for_more_organisations(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"Organisme {number}", alice), alice)
    client.force_login(alice)

    with django_assert_num_queries(8):
        client.get("/")


def test_what_is_late_and_what_comes_stands_first(client, alice, assessment, mimosa):
    Action.objects.create(organisation=mimosa, what="Publier les résultats", due=date(2020, 1, 1), owner="Paul")
    Action.objects.create(organisation=mimosa, what="Plus tard", due=date(2090, 1, 1))

    page = opened(client, alice)

    assert texts(page, "//*[@id='semaine']//strong") == ["Publier les résultats"]


def test_without_anything_late_or_near_nothing_is_said_of_the_week(client, alice, assessment):
    assert texts(opened(client, alice), "//*[@id='semaine']") == []


def test_an_assessment_tells_how_far_it_is_and_when_the_audit_comes(client, alice, assessment):
    page = opened(client, alice)

    assert texts(page, "//main//article/*") == [
        "Audit de mars",
        "",
        "3 indicateurs évalués : 1 prêt, 1 partiel et 1 manquant.",
        "Audit initial le 9 mars 2027 · modifiée le 25 novembre 2026",
    ]


def test_examples_stand_apart_and_say_that_they_are_fictitious(client, alice, assessment):
    made = found_organisation(name="Cabinet Fictif", by=alice, at=people.NOON, is_example=True)
    people.assessment(made, alice)

    page = opened(client, alice)

    assert texts(page, "//*[@id='exemples']//article/p[1]") == ["Cabinet Fictif exemple fictif"]
    assert texts(page, f"//*[@id='{assessment.organisation.key}']//span[@class='tag']") == []


def test_somebody_who_has_nothing_is_told_what_to_do(client, alice):
    page = opened(client, alice)

    assert texts(page, "//main//strong") == ["Vous n’avez pas encore d’évaluation."]


def test_nobody_sees_the_organisation_of_another(client, charlie, assessment):
    page = opened(client, charlie)

    assert texts(page, "//main//h2") == ["Atelier Charlie"]
