"""Begin: for one's own organisation or a new one, by questions or by a file."""

from __future__ import annotations

import pytest
from django.urls import reverse

from auditblanc.accounts.models import Membership, Organisation
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.profile import Provider
from tests import people
from tests.pages import cells, error_of, page, texts

BEGIN = "/commencer/"


def test_the_first_one_gives_a_name_and_is_asked_the_first_question(client, alice):
    client.force_login(alice)

    answer = client.post(BEGIN, {"name": " Atelier  Neuf ", "way": "questions"})

    made = Assessment.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        reverse("assessments:questions", args=[made.organisation.key, made.key, 1]),
    )
    assert made.organisation.name == "Atelier  Neuf"
    assert Membership.objects.get(organisation=made.organisation).user == alice
    assert snapshot(made).profile.provider == Provider(name="Atelier  Neuf")


def test_a_file_leads_to_the_page_that_reads_it_and_nothing_is_begun(client, alice):
    client.force_login(alice)

    answer = client.post(BEGIN, {"name": "Atelier Neuf", "way": "file"})

    made = Organisation.objects.get()
    assert answer.headers["Location"] == reverse("assessments:import_file", args=[made.key])
    assert Assessment.objects.count() == 0


def test_one_s_own_organisation_is_chosen_among_one_s_own(client, alice, mimosa):
    client.force_login(alice)

    client.post(BEGIN, {"organisation": mimosa.key, "name": "", "way": "questions"})

    assert Assessment.objects.get().organisation == mimosa


def test_a_name_typed_beside_an_organisation_there_is_is_not_dropped(client, alice, mimosa):
    client.force_login(alice)

    answer = client.post(BEGIN, {"organisation": mimosa.key, "name": "Atelier Neuf", "way": "questions"})

    told = "Ce nom ne servirait à rien : choisissez « Un nouvel organisme », ou effacez-le."
    assert (answer.status_code, error_of(answer, "name"), Assessment.objects.count()) == (422, told, 0)


@pytest.mark.parametrize("has_one", [True, False])
def test_without_a_name_nothing_begins(client, alice, has_one):
    if has_one:
        people.organisation("Atelier Mimosa", alice)
    client.force_login(alice)

    answer = client.post(BEGIN, {"organisation": "nouveau", "name": "  ", "way": "questions"})

    assert (answer.status_code, Assessment.objects.count()) == (422, 0)
    assert error_of(answer, "name") == "Donnez un nom à cet organisme : le vôtre, si vous travaillez seul."


def test_a_name_that_is_too_long_is_refused(client, alice):
    client.force_login(alice)

    answer = client.post(BEGIN, {"name": "n" * 201, "way": "questions"})

    assert (answer.status_code, Organisation.objects.count()) == (422, 0)
    assert error_of(answer, "name") == "Ce nom dépasse 200 caractères : raccourcissez-le."


def test_nobody_begins_in_somebody_else_s(client, alice, charlie):
    other = charlie.memberships.get().organisation
    client.force_login(alice)

    answer = client.post(BEGIN, {"organisation": other.key, "way": "questions"})

    assert (answer.status_code, Assessment.objects.count()) == (422, 0)


def test_who_has_none_and_names_one_does_not_get_another(client, alice, charlie):
    mine = people.organisation("Atelier Autre", charlie)
    client.force_login(alice)

    answer = client.post(BEGIN, {"organisation": mine.key, "name": "Atelier Neuf", "way": "questions"})

    assert (answer.status_code, Organisation.objects.filter(name="Atelier Neuf").count()) == (422, 0)
    assert "n’est plus, l’un des vôtres" in answer.content.decode()


def test_a_reader_is_not_offered_what_they_only_read(client, bob, assessment):
    client.force_login(bob)

    answer = client.get(BEGIN)

    assert texts(answer, "//main//label") == ["Nom de votre organisme"]


def test_former_assessments_are_there_to_start_from(client, alice, assessment):
    client.force_login(alice)

    answer = client.get(BEGIN)

    path = reverse("assessments:previous", args=[assessment.organisation.key, assessment.key])
    assert texts(answer, f"//a[@href='{path}']") == ["Repartir de celle-ci"]
    assert cells(answer) == [
        [
            "Audit de mars",
            "Texte de 2026, lu avec le guide V9 (33 indicateurs)",
            "25 novembre 2026",
            "Repartir de celle-ci",
        ]
    ]


@pytest.mark.parametrize("count", [1, 25])
def test_begin_takes_four_queries(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"Organisme {number}", alice), alice)
    client.force_login(alice)

    with django_assert_num_queries(4):
        answer = client.get(BEGIN)

    assert len(cells(answer)) == min(count, 20)


def test_among_many_one_is_found_by_its_name_and_begun_from_there(client, alice):
    for number in range(25):
        people.organisation(f"Organisme {number:02}", alice)
    client.force_login(alice)

    found = client.get(f"{BEGIN}?mots=23")
    (key,) = page(found).xpath("//input[@name='organisation']/@value")[:-1]
    client.post(f"{BEGIN}?mots=23", {"organisation": key, "name": "", "way": "questions"})

    assert texts(found, "//main//fieldset//label") == ["Organisme 23", "Un nouvel organisme"]
    assert Assessment.objects.get().organisation.name == "Organisme 23"
