"""A link of invitation: it opens an account, or lets an account in, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from auditblanc.accounts.invitations import LIFETIME, UsedError, found, invite, invite_administrator
from auditblanc.accounts.models import Invitation, Membership, Role, User
from auditblanc.assessments.models import Event
from auditblanc.assessments.people.joining import join
from tests.pages import error_of, texts
from tests.server.accounts import PASSWORD, account

SAID = {"name": "Dana", "email": "Dana@exemple.invalid", "password": PASSWORD}


@pytest.fixture
def link(mimosa, alice):
    secret = invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.EDITOR, email="dana@exemple.invalid")
    return f"/invitation/{secret}/"


def test_it_says_who_invites_where_and_as_what(client, link):
    shown = client.get(link)

    assert texts(shown, "//h1") == ["Rejoindre « Atelier Mimosa »"]
    assert texts(shown, "//p[@class='lead']") == ["Alice vous invite comme rédacteur."]
    assert 'value="dana@exemple.invalid"' in shown.content.decode()


def test_it_opens_an_account_and_the_person_is_in(client, link, mimosa):
    answer = client.post(link, SAID)

    person = User.objects.get(email="dana@exemple.invalid")
    told = Event.objects.get(organisation=mimosa, verb="joined")
    assert answer.headers["Location"] == "/"
    assert "Atelier Mimosa" in client.get("/").content.decode()
    assert Membership.objects.get(user=person).role == Role.EDITOR
    assert told.author == person.key


def test_it_serves_once(client, link):
    client.post(link, SAID)

    again = Client().get(link)

    assert (again.status_code, texts(again, "//h1")) == (410, ["Cette invitation ne sert plus"])


def test_it_serves_for_two_weeks(client, link):
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert timedelta(days=14) == LIFETIME
    assert client.get(link).status_code == 410
    assert client.post(link, SAID).status_code == 410


def test_who_has_an_account_joins_with_it(client, link, mimosa):
    erin = account("Erin")
    client.force_login(erin)

    shown = client.get(link)
    client.post(link)

    assert texts(shown, "//main//button") == ["Rejoindre comme Erin"]
    assert Membership.objects.get(user=erin, organisation=mimosa).role == Role.EDITOR


def test_a_member_keeps_the_role_that_they_have(client, link, alice, mimosa):
    client.force_login(alice)

    client.post(link)

    assert Membership.objects.get(user=alice, organisation=mimosa).role == Role.OWNER


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"email": "alice@exemple.invalid"}, "email", "Un compte a déjà cette adresse : entrez d’abord, puis ouvrez de nouveau ce lien."),
        ({"password": "court"}, "password", "Ce mot de passe est trop court. Il doit contenir au minimum 12 caractères."),
        ({"name": ""}, "name", "Ce champ est obligatoire."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_the_link_still_serves(client, link, wrong, field, sentence):
    answer = client.post(link, {**SAID, **wrong})

    assert (answer.status_code, error_of(answer, field)) == (422, sentence)
    assert client.get(link).status_code == 200


def test_the_first_account_is_that_of_who_worked_here_alone(client, db):
    from auditblanc.accounts.writes import local_person  # noqa: PLC0415 -- models are imported late

    alone = local_person()
    link = f"/invitation/{invite_administrator(timezone.now())}/"

    client.post(link, SAID)

    alone.refresh_from_db()
    assert (alone.name, alone.email, alone.is_administrator) == ("Dana", "dana@exemple.invalid", True)
    assert invite_administrator(timezone.now()) == ""


def test_an_invitation_does_not_tell_its_secret(link):
    assert link.split("/")[2] not in str(Invitation.objects.values())


def test_inviting_again_takes_the_place_of_the_link_before(client, link, mimosa, alice):
    again = invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.READER, email="dana@exemple.invalid")

    assert client.get(link).status_code == 410
    assert client.get(f"/invitation/{again}/").status_code == 200


def test_two_who_use_it_at_once_do_not_both_come_in(link, mimosa):
    seen = found(link.split("/")[2], timezone.now())
    Client().post(link, SAID)

    with pytest.raises(UsedError):
        join(seen, lambda: account("Erin"), timezone.now())

    assert not User.objects.filter(name="Erin").exists()
