"""Indicators given to people: who answers on what, what a contributor may change, what is one's own."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import Membership, Role
from auditblanc.assessments.models import Assignment, Event, Evidence, EvidenceIndicator
from auditblanc.assessments.people import writes
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.actions import plan
from auditblanc.domain.action import Action
from auditblanc.domain.snapshot import Level
from tests import people
from tests.assessments.asking import address as indicator_address
from tests.assessments.asking import save
from tests.pages import cells, texts
from tests.server.accounts import account


@pytest.fixture
def dana(mimosa):
    person = account("Dana")
    Membership.objects.create(user=person, organisation=mimosa, role=Role.CONTRIBUTOR)
    return person


@pytest.fixture
def hers(dana, assessment, alice):
    """Dana's browser; indicators 2 and 7 are hers to answer."""
    writes.assign(assessment, {2: dana, 7: dana}, people.stamp(alice))
    client = Client()
    client.force_login(dana)
    return client


def address(assessment):
    return reverse("people:shares", args=[assessment.organisation.key, assessment.key])


def test_indicators_are_given_on_one_page_and_told(client, alice, dana, assessment):
    client.force_login(alice)

    client.post(address(assessment), {"n2": dana.key, "n5": alice.key, "n7": ""})

    assert list(Assignment.objects.values_list("indicator", "person__name")) == [(2, "Dana"), (5, "Alice")]
    assert list(Event.objects.filter(verb="gave").values_list("indicator", flat=True)) == [2, 5]
    assert texts(client.get(address(assessment)), "//option[@selected]") == ["Dana", "Alice"]


def test_somebody_of_another_organisation_is_given_nothing_and_nothing_else_changes(
    client, alice, charlie, dana, assessment
):
    writes.assign(assessment, {2: dana}, people.stamp(alice))
    client.force_login(alice)

    answer = client.post(address(assessment), {"n2": charlie.key, "n5": dana.key}, follow=True)

    assert "Une des personnes choisies n’est plus dans l’organisme" in answer.content.decode()
    assert list(Assignment.objects.values_list("indicator", "person__name")) == [(2, "Dana")]


def test_the_page_takes_as_many_queries_for_one_as_for_all(client, alice, dana, assessment, django_assert_num_queries):
    client.force_login(alice)
    writes.assign(assessment, dict.fromkeys(range(1, 30), dana), people.stamp(alice))

    with django_assert_num_queries(6):
        client.get(address(assessment))


def test_a_contributor_answers_what_is_theirs(hers, assessment):
    answer = save(hers, "rate", assessment, indicator=7, level="1", version=0)

    assert (answer.status_code, snapshot(assessment).rating(7).level) == (200, Level.READY)


@pytest.mark.parametrize("view", ["rate", "present", "decide", "estimate", "tick", "note_proof"])
def test_a_contributor_changes_no_other_indicator(hers, assessment, view):
    before = Event.objects.count()

    answer = save(hers, view, assessment, indicator=3, level="1", presentation="x", version=0, title="x")

    assert answer.status_code == 403
    assert "Cela ne vous est pas confié" in answer.content.decode()
    assert Event.objects.count() == before


def test_another_assessment_is_not_given_with_this_one(hers, mimosa, alice, assessment):
    other = people.assessment(mimosa, alice)

    assert save(hers, "rate", other, indicator=7, level="1", version=0).status_code == 403


def test_a_contributor_reads_the_rest_without_forms_to_fill(hers, assessment):
    theirs, others = (hers.get(indicator_address("indicator", assessment, each)) for each in (7, 3))

    assert texts(theirs, "//fieldset[@disabled]/legend[1]") == []
    assert texts(others, "//fieldset[@disabled]/legend[@class='only-read'][1]")[0] == "Réponses"
    assert "Cet indicateur ne vous est pas confié" in others.content.decode()


def test_a_contributor_notes_a_proof_on_their_own_indicators_alone(hers, assessment):
    said = {"title": "Planning", "indicators": "2"}

    noted = save(hers, "note_proof", assessment, indicator=7, **said)
    refused = save(hers, "note_proof", assessment, indicator=7, **{**said, "title": "Autre", "indicators": "3"})

    assert (noted.status_code, refused.status_code) == (200, 422)
    assert list(EvidenceIndicator.objects.filter(evidence__title="Planning").values_list("indicator", flat=True)) == [
        2,
        7,
    ]
    assert not Evidence.objects.filter(title="Autre").exists()


def test_a_contributor_changes_no_proof_that_serves_others_too(hers, assessment):
    shared = Evidence.objects.get(title="Catalogue 2027")
    EvidenceIndicator.objects.create(evidence=shared, indicator=7)
    path = [assessment.organisation.key, assessment.key]

    answers = [
        hers.post(reverse("assessments:remove_proof", args=[*path, 7, shared.key])),
        hers.post(reverse("assessments:change_proof", args=[*path, 7, shared.key]), {"title": "x"}),
        hers.post(reverse("assessments:discard_proof", args=[*path, shared.key])),
        hers.post(reverse("assessments:add_pieces", args=[*path, shared.key])),
    ]

    assert [each.status_code for each in answers] == [403] * 4
    assert Evidence.objects.get(pk=shared.pk).removed_at is None


def test_ones_own_indicators_and_actions_are_on_one_page(
    hers, dana, assessment, mimosa, alice, django_assert_num_queries
):
    plan(mimosa.pk, [Action(what="Publier", indicators=(2,), owner="dana")], people.stamp(alice))
    plan(mimosa.pk, [Action(what="Relire", owner="Dana", due=date(2026, 1, 5))], people.stamp(alice), person=dana)
    plan(mimosa.pk, [Action(what="Ranger", owner="Dana")], people.stamp(alice), person=alice)

    with django_assert_num_queries(8):
        shown = hers.get(reverse("people:my_work"))

    assert texts(shown, "//main//h2") == ["Mes actions", "Atelier Mimosa – Audit de mars"]
    assert texts(shown, "//main//li") == [
        "Relire Atelier Mimosa · pour le 5 janvier 2026 en retard",
        "Publier Atelier Mimosa",
        "2. Indicateurs de résultats Partiel",
        "7. Adéquation à la certification visée Non évalué",
    ]


@pytest.mark.parametrize("count", [2, 24])
def test_they_come_a_page_at_a_time(client, alice, count, django_assert_num_queries):
    for number in range(count):
        row = people.assessment(people.organisation(f"O{number:02}", alice), alice)
        Assignment.objects.create(assessment=row, indicator=1, person=alice)
    client.force_login(alice)

    with django_assert_num_queries(7):
        answer = client.get(reverse("people:my_work"))

    assert len(texts(answer, "//main//h2")) == min(count, 20)
    assert len(texts(client.get(f"{reverse('people:my_work')}?page=2"), "//main//h2")) == count - 20 * (count > 20)


def test_who_has_nothing_is_told_how_it_comes(client, charlie):
    client.force_login(charlie)

    assert "Rien ne vous est confié" in client.get(reverse("people:my_work")).content.decode()


def test_a_reader_sees_who_answers_and_changes_nothing(assessment, mimosa, client):
    reader = account("Rita")
    Membership.objects.create(user=reader, organisation=mimosa, role=Role.READER)
    client.force_login(reader)

    shown = client.get(address(assessment))

    assert {row[3] for row in cells(shown)} == {"personne"}
    assert client.post(address(assessment), {"n2": reader.key}).status_code == 403
