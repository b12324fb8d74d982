"""Roles and people of an organisation: who invites, who changes what, who leaves."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import Invitation, Membership, Role
from auditblanc.assessments.models import Assignment, Event
from auditblanc.assessments.people import writes
from tests import people
from tests.pages import cells, texts
from tests.server.accounts import account, enter, enter_again

LINK = re.compile(r"http://testserver(/invitation/[\w-]+/)")


def address(name, mimosa, *more):
    return reverse(f"people:{name}", args=[mimosa.key, *more])


def joined(name, mimosa, role):
    person = account(name)
    Membership.objects.create(user=person, organisation=mimosa, role=role)
    return person


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def notices(client, mimosa):
    return texts(client.get(address("members", mimosa)), "//*[@id='messages']//p")


def test_an_invitation_shows_its_link_once_and_sends_it(client, mimosa):
    answer = client.post(address("members", mimosa), {"email": "Dana@exemple.invalid", "role": "reader"})

    (link,) = LINK.findall(answer.content.decode())
    (letter,) = mail.outbox
    assert Client().get(link).status_code == 200
    assert (letter.to, link in letter.body) == (["dana@exemple.invalid"], True)
    assert LINK.findall(client.get(address("members", mimosa)).content.decode()) == []
    assert Event.objects.filter(organisation=mimosa, verb="invited").count() == 1


def test_an_invitation_that_is_taken_back_serves_no_more(client, mimosa):
    link = LINK.findall(client.post(address("members", mimosa), {"role": "reader"}).content.decode())[0]

    client.post(address("take_back", mimosa, Invitation.objects.get().pk))

    assert Client().get(link).status_code == 410


def test_the_page_lists_everybody_in_five_queries(client, mimosa, django_assert_num_queries):
    for number in range(20):
        joined(f"M{number}", mimosa, Role.READER)

    with django_assert_num_queries(5):
        shown = client.get(address("members", mimosa))

    assert len(cells(shown)) == 21 + 4


def test_a_role_is_changed_by_an_owner_and_told(client, mimosa):
    dana = joined("Dana", mimosa, Role.READER)

    client.post(address("change_role", mimosa, dana.key), {"role": "editor"})

    told = Event.objects.get(organisation=mimosa, verb="changed", field="role")
    assert Membership.objects.get(user=dana).role == Role.EDITOR
    assert (told.value.before, told.value.after) == (
        f'{{"person":"{dana.key}","role":"reader"}}',
        f'{{"person":"{dana.key}","role":"editor"}}',
    )


@pytest.mark.parametrize("name", ["change_role", "remove_member"])
def test_an_organisation_keeps_an_owner(client, mimosa, alice, name):
    client.post(address(name, mimosa, alice.key), {"role": "reader"})

    assert Membership.objects.get(user=alice).role == Role.OWNER
    assert notices(client, mimosa) == ["Un organisme garde au moins un propriétaire : nommez-en d’abord un autre."]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTRIBUTOR, Role.READER])
def test_who_is_no_owner_sees_and_changes_nothing(mimosa, role):
    person, other = joined("Dana", mimosa, role), joined("Erin", mimosa, Role.READER)
    client = Client()
    client.force_login(person)

    answers = [
        client.post(address("members", mimosa), {"role": "owner"}),
        client.post(address("change_role", mimosa, person.key), {"role": "owner"}),
        client.post(address("remove_member", mimosa, other.key)),
        client.post(address("new_password", mimosa, other.key)),
    ]

    assert [each.status_code for each in answers] == [403] * 4
    assert client.get(address("members", mimosa)).status_code == 200
    assert Membership.objects.get(user=person).role == role


def test_nobody_leaves_to_the_profit_of_somebody_from_elsewhere(mimosa, alice, charlie):
    dana = joined("Dana", mimosa, Role.EDITOR)
    client = Client()
    client.force_login(alice)

    answer = client.post(address("remove_member", mimosa, dana.key), {"heir": charlie.key}, follow=True)

    assert "La personne choisie n’est plus dans l’organisme" in answer.content.decode()
    assert Membership.objects.filter(user=dana, organisation=mimosa).exists()


def test_who_leaves_hands_their_indicators_over(mimosa, assessment, alice):
    dana, erin = joined("Dana", mimosa, Role.CONTRIBUTOR), joined("Erin", mimosa, Role.EDITOR)
    writes.assign(assessment, {3: dana, 4: dana}, people.stamp(alice))
    client = Client()
    client.force_login(dana)

    shown = client.get(address("remove_member", mimosa, dana.key))
    client.post(address("remove_member", mimosa, dana.key), {"heir": erin.key})

    assert texts(shown, "//form//label") == ["Passer la main (2 indicateurs) à"]
    assert list(Assignment.objects.values_list("person__name", flat=True)) == ["Erin", "Erin"]
    assert client.get(address("members", mimosa)).status_code == 404


def test_a_link_for_a_forgotten_password_lets_the_person_choose_another(client, mimosa):
    dana = joined("Dana", mimosa, Role.READER)

    enter_again(client)

    answer = client.post(address("new_password", mimosa, dana.key))

    path = re.search(r"http://testserver(/entrer/mot-de-passe/[\w-]+/)", answer.content.decode())[1]
    visitor = Client()
    form = visitor.get(path, follow=True)
    new = "encore une autre phrase bien longue"
    visitor.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert enter(Client(), dana, new).headers["Location"] == "/"


def test_no_owner_opens_the_account_of_who_belongs_elsewhere_too(client, mimosa):
    dana = joined("Dana", mimosa, Role.READER)
    people.organisation("Atelier Dana", dana)
    enter_again(client)

    answer = client.post(address("new_password", mimosa, dana.key))

    assert answer.status_code == 303
    assert notices(client, mimosa) == [
        "Dana appartient aussi à des organismes qui ne sont pas les vôtres : demandez ce lien à qui administre le site."
    ]


def test_the_table_of_rights_is_shown(client, mimosa):
    shown = cells(client.get(address("members", mimosa)))

    assert shown[-4:] == [
        ["Lire les évaluations, les preuves, le plan d’actions et le journal", "propriétaire, rédacteur, contributeur, lecteur"],
        ["Répondre aux indicateurs qui lui sont confiés, tenir leurs preuves, et suivre les actions qui lui sont confiées", "propriétaire, rédacteur, contributeur"],
        ["Modifier tout le reste : profil, indicateurs, preuves, actions, écarts, documents", "propriétaire, rédacteur"],
        ["Inviter, changer les rôles, effacer une valeur du journal, supprimer l’organisme", "propriétaire"],
    ]  # fmt: skip


def test_the_journal_tells_who_came_who_changed_and_who_left(client, mimosa, assessment, alice):
    dana = joined("Dana", mimosa, Role.READER)
    client.post(address("members", mimosa), {"email": "erin@exemple.invalid", "role": "editor"})
    client.post(address("change_role", mimosa, dana.key), {"role": "contributor"})
    writes.assign(assessment, {3: dana}, people.stamp(alice))
    client.post(address("remove_member", mimosa, dana.key), {"heir": alice.key})

    shown = cells(client.get(reverse("assessments:journal", args=[mimosa.key]) + "?quoi=people"))

    assert [row[1:4] for row in shown] == [
        ["Départ de l’organisme", "personne : Dana ; rôle : contributeur", "passe la main à : Alice ; indicateurs : 1"],
        ["A confié l’indicateur indicateur 3 · Audit de mars", "–", "Dana"],
        ["A changé un rôle", "personne : Dana ; rôle : lecteur", "personne : Dana ; rôle : contributeur"],
        ["A invité quelqu’un", "–", "rôle : rédacteur ; adresse : erin@exemple.invalid"],
    ]


def test_a_role_that_does_not_exist_is_told(client, mimosa, alice):
    client.post(address("change_role", mimosa, alice.key), {"role": "king"})

    assert notices(client, mimosa) == ["Ce rôle n’existe pas : choisissez-en un dans la liste."]
