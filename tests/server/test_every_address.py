"""Every address that only a site for several people has: closed to who is not signed in, and drawn by our own templates."""

from __future__ import annotations

from importlib.resources import files

import pytest
from django.template import engines
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from auditblanc.accounts.invitations import invite
from auditblanc.accounts.models import Invitation, Membership, Role
from auditblanc.assessments.models import Event
from auditblanc.assessments.people.comments import comment
from tests import people
from tests.architecture.test_access import OWN_WORDS, filled
from tests.architecture.test_names import EVERY as LOCAL
from tests.architecture.test_names import patterns
from tests.places import places as made
from tests.server.accounts import account

KNOWN = {address for address, _ in LOCAL}
ALL = list(patterns(get_resolver()))
OWN = [(address, entry) for address, entry in ALL if address not in KNOWN]
# Open to everybody, and why.
OPEN = {
    "account_login": "where one comes in",
    "account_signup": "where one makes an account",
    "account_logout": "who is out already is led to the entry",
    "account_inactive": "tells that the account is closed",
    "account_reset_password": "who forgot a password is not in",
    "account_reset_password_done": "the same",
    "account_reset_password_from_key": "whoever has the link of a letter",
    "account_reset_password_from_key_done": "the same",
    "account_email_verification_sent": "who signed up is not in yet",
    "account_confirm_email": "whoever has the link of a letter",
    "mfa_authenticate": "between two steps of coming in",
    "mfa_login_webauthn": "comes in with a key",
    "invited": "whoever has the link of an invitation",
    "notice": "what the site owes to everybody",
}
# Whoever reads an indicator may say something about it.
SPOKEN = {"comments"}
RESET = "^entrer/mot-de-passe/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$"
CLOSED = [pytest.param(address, id=entry.name) for address, entry in OWN if entry.name not in OPEN]
OWNED = [pytest.param(address, id=entry.name) for address, entry in ALL if ":organisation>" in address]


@pytest.fixture
def places(assessment, alice, mimosa):
    """What stands in the addresses, all of it Alice's."""
    invite(by=alice, at=timezone.now(), organisation=mimosa, role=Role.READER)
    said = comment(assessment, 1, "Où est le livret ?", people.stamp(alice))
    more = {
        "pk": 1,
        "secret": "x",
        "name": "mentions",
        "person": alice.key,
        "invitation": Invitation.objects.get().pk,
        "comment": said.key,
    }
    return {**made(assessment, alice), **more}


def path_of(address, places):
    return "/entrer/mot-de-passe/1-x/" if address == RESET else filled(address, places)


def of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", CLOSED)
def test_a_visitor_is_sent_to_the_entry(address, method, places):
    answer = getattr(Client(), method)(path_of(address, places))

    assert (answer.status_code, answer.headers.get("Location", "").split("?")[0]) == (302, "/entrer/")


@pytest.mark.parametrize("address", [pytest.param(address, id=entry.name) for address, entry in OWN])
def test_no_address_fails_whoever_asks(address, places, alice):
    path = path_of(address, places)

    assert of(alice).get(path).status_code < 500
    assert Client().get(path).status_code < 500


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", OWNED)
def test_a_stranger_finds_nothing(address, method, places, charlie):
    answer = getattr(of(charlie), method)(filled(address, places))

    assert answer.status_code in (404, 405)
    assert "Atelier Mimosa" not in answer.content.decode()


@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR])
@pytest.mark.parametrize("address", [each for each in OWNED if each.id not in OWN_WORDS | SPOKEN])
def test_who_may_only_read_or_was_given_nothing_changes_nothing(address, role, places, mimosa):
    person = account("Rita")
    Membership.objects.create(user=person, organisation=mimosa, role=role)
    before = Event.objects.count()

    answer = of(person).post(filled(address, places))

    assert answer.status_code in (403, 405)
    assert Event.objects.count() == before


@pytest.mark.parametrize("address", OWNED)
def test_an_auditor_finds_nothing_until_a_room_is_open(address, places, mimosa):
    person = account("Audrey")
    Membership.objects.create(user=person, organisation=mimosa, role=Role.AUDITOR)

    assert of(person).get(filled(address, places)).status_code in (404, 405)


def test_the_one_engine_draws_every_page():
    assert [engine.name for engine in engines.all()] == ["jinja2"]


def test_each_letter_of_the_library_is_written_in_our_words():
    theirs = files("allauth").joinpath("templates")
    ours = files("auditblanc.web").joinpath("templates")
    sent = {"password_changed", "password_set", "password_reset", "password_reset_key", "email_confirmation"}
    sent |= {"email_confirmation_signup", "email_changed", "email_confirm", "email_deleted"}
    sent |= {"unknown_account", "account_already_exists"}
    protecting = {each.name for each in theirs.joinpath("mfa/email").iterdir()}

    assert protecting <= {each.name for each in ours.joinpath("mfa/email").iterdir()}
    assert {f"{name}_{part}.txt" for name in sent for part in ("subject", "message")} == {
        each.name for each in ours.joinpath("account/email").iterdir()
    }
