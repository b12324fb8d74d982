"""A new campaign: for whom, what would be done, then the write; nothing before the person has seen it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.accounts.models import Membership
from auditblanc.assessments.background.queue import unfinished
from auditblanc.assessments.models import Assessment, Campaign, Pushed
from auditblanc.assessments.pushing import push_campaign
from auditblanc.domain.snapshot import Level, Rating
from auditblanc.interchange import json_format
from tests import people
from tests.pages import error_of, page, texts

AT = "/campagnes/nouvelle/"
SAID = {"name": "Printemps", "kind": "surveillance", "first_day": "2027-05-04", "start": "blank"}


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def clients(alice):
    """Three organisations of Alice's: two with an assessment, one that she may only read, and one with nothing yet."""
    made = {name: people.organisation(name, alice) for name in ("Avec", "Lecture", "Rien")}
    for name in ("Avec", "Lecture"):
        people.assessment(made[name], alice, replace(people.SNAPSHOT, evidence=()))
    Membership.objects.filter(organisation=made["Lecture"]).update(role="reader")
    return made


def shown(client, **said):
    return client.post(AT, {**SAID, **said, "etape": "voir"})


def launched(client, **said):
    mark = page(shown(client, **said)).xpath("string(//input[@name='mark']/@value)")
    return client.post(AT, {**SAID, **said, "etape": "lancer", "mark": mark})


def test_nobody_chosen_leads_back_to_the_portfolio(client, clients):
    assert texts(client.get(AT), "//main//div[@class='empty']/p/strong") == ["Aucun organisme n’est choisi."]


@pytest.mark.parametrize(
    ("asked", "count"),
    [("?o={Avec}&o={Lecture}", 2), ("?choix=filtre&mots=lect", 1), ("?choix=filtre", 2), ("?choix=sans", 1)],
)
def test_whom_it_is_for_is_in_the_address(client, clients, asked, count):
    keys = {name: each.key for name, each in clients.items()}

    said = texts(client.get(AT + asked.format(**keys)), "//main//p[@class='overline']")

    assert said == [f"{count} organisme{'s' * (count > 1)} choisi{'s' * (count > 1)}"]


def test_what_would_be_done_is_shown_before_anything_is_written(client, clients):
    answer = shown(client, o=[each.key for each in clients.values()], start="previous")

    assert texts(answer, "//main//dl/div[1]/dd") == ["1"]
    assert texts(answer, "//*[@id='lesquels']//li") == [
        "Lecture : vous pouvez le lire, non y écrire.",
        "Rien : n’a pas d’évaluation précédente dont partir.",
    ]
    assert (Campaign.objects.count(), Assessment.objects.count()) == (0, 2)


def test_it_is_launched_as_it_was_shown(client, clients):
    answer = launched(client, o=[each.key for each in clients.values()])

    campaign = Campaign.objects.get()
    assert answer.headers["Location"] == f"/campagnes/{campaign.key}/"
    assert unfinished(push_campaign.module_path) == 1
    assert (campaign.name, campaign.kind, str(campaign.first_day), campaign.edition) == (
        "Printemps",
        "surveillance",
        "2027-05-04",
        "2026-v9",
    )
    assert [each.organisation.name for each in Pushed.objects.order_by("pk")] == ["Avec", "Rien"]


def test_the_day_of_the_audit_chooses_the_text(client, clients):
    launched(client, o=[clients["Avec"].key], first_day="2026-05-04")

    assert Campaign.objects.get().edition == "2019-v9"


def test_where_others_are_meant_by_now_they_are_shown_first(client, clients, alice):
    mark = page(shown(client, choix="filtre")).xpath("string(//input[@name='mark']/@value)")
    people.assessment(people.organisation("Nouveau", alice), alice)

    answer = client.post(AT, {**SAID, "choix": "filtre", "etape": "lancer", "mark": mark})

    assert texts(answer, "//main//*[@class='notice-title']") == ["La liste a changé depuis"]
    assert Campaign.objects.count() == 0


def test_the_same_again_leaves_out_who_is_in_it(client, clients):
    launched(client, o=[clients["Avec"].key])

    answer = shown(client, o=[clients["Avec"].key, clients["Rien"].key])

    assert texts(answer, "//main//*[@id='lesquels']//li") == ["Avec : est déjà dans cette campagne."]
    assert texts(answer, "//*[@id='commencer']//li") == ["Rien"]


def test_another_campaign_of_the_same_name_is_refused_next_to_it(client, clients):
    launched(client, o=[clients["Avec"].key])

    answer = launched(client, o=[clients["Rien"].key], kind="renewal")

    assert answer.status_code == 422
    assert error_of(answer, "name").startswith("Vous avez déjà une campagne de ce nom")


def test_a_campaign_without_a_name_is_refused(client, clients):
    answer = shown(client, o=[clients["Avec"].key], name=" ")

    assert error_of(answer, "name") == "Donnez un nom à cette campagne."


def test_a_template_is_found_by_its_words_and_what_is_typed_stays(client, clients, alice):
    for number in range(9):
        people.assessment(people.organisation(f"Autre {number}", alice), alice)

    answer = client.post(AT, {**SAID, "o": clients["Rien"].key, "modele": "avec", "etape": "chercher"})

    assert texts(answer, "//fieldset[@id='id_template']//label") == ["Aucun", "Avec, Audit de mars"]
    assert page(answer).get_element_by_id("id_name").value == "Printemps"
    assert page(answer).xpath("//input[@name='o']/@value") == [clients["Rien"].key]


def test_what_a_template_lends_is_kept_as_it_was(client, clients, alice, catalogue):
    ratings = (Rating(indicator=4, level=Level.READY, presentation="Du modèle."),)
    lender = people.assessment(clients["Rien"], alice, replace(people.SNAPSHOT, ratings=ratings, evidence=()))

    launched(client, o=[clients["Avec"].key], template=lender.key)

    campaign = Campaign.objects.get()
    assert campaign.template_name == "Rien, Audit de mars (textes)"
    kept = json_format.read(campaign.template.encode(), catalogue).snapshot
    assert kept.ratings == (Rating(indicator=4, presentation="Du modèle."),)


def test_nobody_lends_what_is_another_s(client, clients, charlie):
    theirs = people.assessment(charlie.memberships.get().organisation, charlie)

    answer = shown(client, o=[clients["Avec"].key], template=theirs.key)

    assert error_of(answer, "template") == "Choisissez une évaluation de cette liste."


def test_a_stranger_s_organisation_is_not_chosen(client, clients, charlie):
    theirs = charlie.memberships.get().organisation

    assert "Aucun organisme n’est choisi." in client.get(f"{AT}?o={theirs.key}").content.decode()


@pytest.mark.parametrize("count", [1, 60])
def test_what_would_be_done_takes_three_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"O{number:03}", alice), alice)

    with django_assert_num_queries(3):
        answer = shown(client, choix="filtre")

    assert texts(answer, "//main//dl/div[1]/dd") == [str(count)]
