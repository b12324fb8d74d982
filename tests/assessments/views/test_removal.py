"""Thrown away with one's eyes open, put back within thirty days, gone for good after: rows and files."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import Assessment, Event, Evidence, StoredFile
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.writes import evidence, removal
from auditblanc.assessments.writes.calendar import open_feed
from auditblanc.assessments.writes.findings import enter
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.assessments.writes.pieces import add
from auditblanc.domain.categories import Gravity
from auditblanc.domain.evidence import Evidence as Proof
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from tests import people
from tests.assessments.given import PDF, given
from tests.pages import error_of, texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def file(assessment, alice, mimosa):
    one = given(mimosa, PDF, "catalogue.pdf")
    add(Evidence.objects.get(), [one], people.stamp(alice))
    return one


def of(assessment, name):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key])


def whole(assessment):
    return reverse("assessments:remove_organisation", args=[assessment.organisation.key])


def put_back(client, kind, key):
    return client.post(reverse("assessments:put_back"), {"kind": kind, "key": key})


def in_bin(client):
    return texts(client.get(reverse("assessments:bin")), "//tbody//th")


def test_an_assessment_says_what_goes_then_leaves_every_page(client, assessment, alice):
    freeze(assessment, "Avant", people.stamp(alice))
    said = texts(client.get(of(assessment, "remove_assessment")), "//main//p")

    client.post(of(assessment, "remove_assessment"))

    assert "Partent avec elle : 3 réponses et 1 copie figée." in said[1]
    assert client.get(of(assessment, "overview")).status_code == 404
    assert "Audit de mars" not in texts(client.get("/"), "//main")[0]
    assert in_bin(client) == ["Audit de mars"]


def test_it_comes_back_as_it_was(client, assessment):
    client.post(of(assessment, "remove_assessment"))

    put_back(client, "assessment", assessment.key)

    assert client.get(of(assessment, "overview")).status_code == 200
    assert first_fault(assessment.organisation) is None


def test_an_organisation_goes_once_its_name_is_typed(client, assessment, file):
    wrong = client.post(whole(assessment), {"name": "Mimosa"})
    right = client.post(whole(assessment), {"name": "Atelier Mimosa"}, follow=True)

    assert error_of(wrong, "name") == "Ce n’est pas le nom de l’organisme : recopiez-le exactement pour confirmer."
    assert texts(right, "//*[@id='messages']") == ["« Atelier Mimosa » est à la corbeille pour trente jours."]
    assert client.get(of(assessment, "overview")).status_code == 404


def test_all_that_goes_is_counted_before(client, assessment, file):
    said = texts(client.get(whole(assessment)), "//main//p")

    assert "1 évaluation, 0 copie figée, 1 preuve, 1 fichier" in said[1]


def test_its_calendar_is_mute_while_it_is_in_the_bin(client, assessment, alice):
    address = f"/calendrier/{open_feed(assessment.organisation, '', people.stamp(alice))}.ics"
    removal.remove_organisation(assessment.organisation, people.stamp(alice))

    assert Client().get(address).status_code == 404

    put_back(client, "organisation", assessment.organisation.key)
    assert Client().get(address).status_code == 200


def test_a_proof_comes_out_of_the_bin(client, assessment, alice):
    row = Evidence.objects.get()
    evidence.remove(row, people.stamp(alice))

    put_back(client, "evidence", row.key)

    row.refresh_from_db()
    assert row.removed_at is None


@pytest.mark.parametrize("count", [1, 53])
def test_the_bin_takes_seven_queries_and_comes_a_page_at_a_time(client, alice, count, django_assert_num_queries):
    for number in range(count):
        made = people.organisation(f"O{number:02}", alice)
        Organisation.objects.filter(pk=made.pk).update(removed_at=people.NOON + timedelta(minutes=number))

    with django_assert_num_queries(7):
        shown = in_bin(client)

    assert shown == [f"O{number:02}" for number in reversed(range(count))][:50]
    second = texts(client.get(f"{reverse('assessments:bin')}?page=2"), "//tbody//th")
    assert second == ([f"O{number:02}" for number in reversed(range(3))] if count > 50 else shown)


def test_nobody_else_takes_it_out(assessment, alice, charlie, bob):
    removal.remove_assessment(assessment, people.stamp(alice))
    for person in (charlie, bob):
        other = Client()
        other.force_login(person)
        assert (in_bin(other), put_back(other, "assessment", assessment.key).status_code) == ([], 404)


@pytest.mark.parametrize(("days", "left"), [(30, 1), (31, 0)])
def test_thirty_days_later_a_proof_is_gone_with_its_file(assessment, alice, file, days, left):
    evidence.remove(Evidence.objects.get(), people.stamp(alice))

    removal.purge(people.NOON + timedelta(days=days, minutes=-1 if days == 30 else 1))

    name = content_name(assessment.organisation.key, file.content.sha256)
    assert (Evidence.objects.count(), StoredFile.objects.count(), contents().exists(name)) == (left, left, bool(left))


def test_a_content_that_another_proof_shows_stays(assessment, alice, file, mimosa):

    [other] = evidence.note(mimosa.pk, [Proof(title="Autre", indicators=(2,))], people.stamp(alice))
    add(other, [file], people.stamp(alice))
    evidence.remove(Evidence.objects.get(title="Catalogue 2027"), people.stamp(alice))

    removal.purge(people.NOON + timedelta(days=31))

    assert contents().exists(content_name(mimosa.key, file.content.sha256))


def test_thirty_days_later_an_organisation_is_gone_with_everything(assessment, alice, file, charlie):
    freeze(assessment, "Avant", people.stamp(alice))
    gap = AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR), evidence=(Evidence.objects.get().key,))
    enter(assessment, [gap], people.stamp(alice))
    removal.remove_organisation(assessment.organisation, people.stamp(alice))

    removal.purge(people.NOON + timedelta(days=31))

    assert list(Organisation.objects.values_list("name", flat=True)) == ["Atelier Charlie"]
    assert (Assessment.objects.count(), Evidence.objects.count(), Event.objects.count()) == (0, 0, 0)
    assert not contents().exists(content_name(assessment.organisation.key, file.content.sha256))
