"""The points to watch of an assessment, on their own page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from auditblanc.domain.forecast import DISCLAIMER, TITLE
from tests import people
from tests.pages import cells, texts


@pytest.fixture
def opened(client, alice, mimosa):
    """The page of an assessment that says what is given, read as a document."""

    def opened(snapshot=people.SNAPSHOT):
        made = people.assessment(mimosa, alice, snapshot)
        client.force_login(alice)
        return client.get(reverse("assessments:forecast", args=[mimosa.key, made.key]))

    return opened


def test_forecast_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(reverse("assessments:forecast", args=[assessment.organisation.key, assessment.key]))


def test_the_page_carries_its_title_and_what_it_is_not(opened):
    page = opened()

    assert texts(page, "//h1") == [TITLE]
    assert texts(page, "//main//p[@class='soft']")[0] == DISCLAIMER


def test_each_line_tells_its_level_its_range_and_its_rule(opened):
    page = opened()

    assert cells(page) == [
        [
            "2. Indicateurs de résultats",
            "Partiel",
            "aucun",
            "mineur",
            "majeur",
            "1 Planifier une action pour l’indicateur 2",
        ],
        [
            "5. Objectifs opérationnels et évaluables",
            "Manquant",
            "majeur",
            "majeur",
            "majeur",
            "2 Planifier une action pour l’indicateur 5",
        ],
    ]


def test_first_fixes_are_followed_by_what_is_left(opened):
    page = opened()

    assert texts(page, "//*[@id='commencer']//h3/following-sibling::p") == ["L’autre écart reste à traiter."] * 2


def test_nothing_rated_leads_to_the_indicators(opened):
    page = opened(replace(people.SNAPSHOT, ratings=(), evidence=()))

    assert texts(page, "//*[@id='lignes']//a") == ["Évaluer les indicateurs"]
