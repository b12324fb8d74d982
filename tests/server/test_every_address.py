"""Every address that only a site for several people has: closed to who is not signed in, and drawn by our own templates."""

from __future__ import annotations

from importlib.resources import files

import pytest
from django.template import engines
from django.test import Client
from django.urls import get_resolver

from tests.architecture.test_names import EVERY as LOCAL
from tests.architecture.test_names import patterns

KNOWN = {address for address, _ in LOCAL}
EVERY = [(address, entry) for address, entry in patterns(get_resolver()) if address not in KNOWN]
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
}
CLOSED = [pytest.param(address, id=entry.name) for address, entry in EVERY if entry.name not in OPEN]
VALUES = {
    "<int:pk>": "1",
    "<str:key>": "x",
    "<str:secret>": "x",
    "^entrer/mot-de-passe/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$": "entrer/mot-de-passe/1-x/",
}


def filled(address):
    for name, value in VALUES.items():
        address = address.replace(name, value)
    return "/" + address


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", CLOSED)
def test_a_visitor_is_sent_to_the_entry(db, address, method):
    answer = getattr(Client(), method)(filled(address))

    assert (answer.status_code, answer.headers.get("Location", "").split("?")[0]) == (302, "/entrer/")


@pytest.mark.parametrize("address", [pytest.param(address, id=entry.name) for address, entry in EVERY])
def test_no_address_fails_whoever_asks(db, alice, address):
    client = Client()
    client.force_login(alice)

    assert client.get(filled(address)).status_code < 500
    assert Client().get(filled(address)).status_code < 500


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
