"""The first page of an assessment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from auditblanc.domain.profile import Audit
from auditblanc.domain.snapshot import Level, Rating, Review
from tests import people
from tests.pages import cells, texts
from tests.pages import page as read


@pytest.fixture
def opened(client, alice, mimosa):
    """The page of an assessment that says what is given, read as a document."""

    def opened(snapshot=people.SNAPSHOT):
        made = people.assessment(mimosa, alice, snapshot)
        client.force_login(alice)
        answer = client.get(reverse("assessments:overview", args=[mimosa.key, made.key]))
        assert answer.status_code == 200
        return answer

    return opened


def test_overview_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        answer = client.get(reverse("assessments:overview", args=[assessment.organisation.key, assessment.key]))

    assert answer.status_code == 200


def test_the_page_says_how_far_one_is(opened):
    page = opened()

    assert texts(page, "//h1") == ["Audit de mars"]
    assert texts(page, "//p[@class='lead']") == ["3 indicateurs évalués sur 21 applicables ; 7 restent à confirmer."]


def test_each_chart_has_a_title_a_description_and_its_figures(opened):
    page = opened()

    parts = [[part.tag for part in chart[:2]] for chart in read(page).xpath("//figure/svg")]
    assert parts == [["title", "desc"], ["title", "desc"]]
    assert cells(page)[0] == ["Critère 1", "2", "1", "1", "0", "0"]


def test_the_points_to_watch_are_a_range_and_never_a_verdict(opened):
    page = opened()

    (told,) = texts(page, "//*[@id='vigilance']")
    assert told.startswith("Points de vigilance d’après vos réponses Entre ")
    assert "Estimation calculée à partir de vos seules réponses." in told


def test_what_comes_next_tells_why(opened):
    page = opened()

    assert texts(page, "//*[@id='ensuite']//li")[0] == (
        "4 Analyse du besoin Pas encore évalué, et un écart ne pourrait y être que majeur."
    )


def test_what_comes_next_leads_to_its_page(opened):
    links = read(opened()).xpath("//*[@id='ensuite']//a/@href")

    assert [link.rpartition("/indicateurs/")[2] for link in links] == ["4/", "6/", "10/", "11/", "21/"]


def test_one_goes_on_with_the_first_of_them(opened):
    assert texts(opened(), "//header[@class='page-head']//a") == [
        "Continuer par l’indicateur 4",
        "Tous les indicateurs",
    ]


def test_what_the_profile_lacks_is_asked(opened):
    page = opened()

    assert texts(page, "//*[@id='confirmer']//li")[0] == (
        "Vos prestations conduisent-elles à une certification professionnelle ? 3 indicateurs en dépendent"
    )


def test_another_text_at_the_audit_s_date_is_told(opened):
    profile = replace(people.PROFILE, audit=Audit(first_day=date(2026, 10, 1)))

    page = opened(replace(people.SNAPSHOT, profile=profile))

    assert texts(page, "//main//p[@class='notice-title']") == [
        "Le texte de votre audit n’est pas celui de cette évaluation"
    ]
    (link,) = read(page).xpath("//main//div[p[@class='notice-title']]//a/@href")
    assert link.endswith("/passer/2019-v9/")


def test_what_a_bridge_left_to_do_leads_to_its_rows(opened):
    ratings = (Rating(indicator=1, level=Level.READY, review=Review.LOOK_AGAIN), Rating(indicator=2, review=Review.NEW))

    page = opened(replace(people.SNAPSHOT, ratings=ratings))

    assert texts(page, "//main//div[p[@class='notice-title']]/p[2]") == [
        "1 indicateur à revoir et 1 indicateur nouveau. Les voir"
    ]


def test_a_blank_assessment_asks_for_the_day_first(opened):
    page = opened(type(people.SNAPSHOT)(edition="2026-v9"))

    assert texts(page, "//*[@id='confirmer']//li")[0] == "Quel est le premier jour de l’audit ?"
