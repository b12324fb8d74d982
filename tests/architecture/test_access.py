"""Every address there is, found by itself, tried as a visitor and as a stranger."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from auditblanc.assessments.models import Event
from tests.architecture.test_names import EVERY
from tests.places import places as made

# Open to everybody, and why.
OPEN = {
    "asset": "style sheets and scripts",
    "sign_in": "tells how to come in",
    "accessibility": "says what was checked, to anybody",
    "enter": "exchanges the token",
    "calendar_feed": "whoever has the secret of the address",
    "stop_digest": "whoever has the link of a letter",
    "presence": "tells a second start that this server is ours",
}
# For whoever is signed in: they show one's own things, or nobody's.
SHARED = {
    "begin": "one's own organisations",
    "bin": "one's own things",
    "put_back": "one's own things",
    "campaigns": "one's own campaigns",
    "new_campaign": "one's own organisations",
    "campaign": "a campaign of one's own, or nothing",
    "continue_campaign": "the same",
    "forget_campaign": "the same",
    "campaign_file": "the same",
    "phrases": "one's own words",
    "phrase": "the same, or nothing",
    "forget_phrase": "the same",
    "phrases_file": "the same",
    "receive_forms": "one's own receptions",
    "reception": "a reception of one's own, or nothing",
    "resume_reception": "the same",
    "forget_reception": "the same",
    "reception_file": "the same",
    "received": "a form of a reception of one's own, or nothing",
    "home": "one's own organisations",
    "organisation_files": "one's own organisations",
    "gallery": "the components of our pages",
    "shortcuts": "the keys of a page",
    "portfolio": "one's own organisations",
    "portfolio_file": "one's own organisations",
    "portfolio_statistics": "one's own organisations",
    "site_map": "one's own organisations",
    "texts": "the law, as data",
    "text": "the law, as data",
    "text_indicator": "the law, as data",
    "text_changes": "the law, as data",
    "candidate_file": "shows one's own assessments",
    "reopened": "the same",
    "reopened_file": "the same",
    "install_edition": "shows one's own assessments",
    "confirm_edition": "the law, as data",
    "my_data": "the data folder of the one person who started the site",
    "save_copy": "the same",
    "restore_copy": "the same",
    "erase_everything": "the same",
}


@pytest.fixture
def places(assessment, alice):
    """What stands in the addresses, all of it Alice's."""
    return made(assessment, alice)


def filled(address, places):
    """The address, filled with what is Alice's. A parameter that is not in ``places`` fails here: add it."""
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(places[match[1]]), address)


CLOSED = [pytest.param(address, id=pattern.name) for address, pattern in EVERY if pattern.name not in OPEN]
OWNED = [pytest.param(address, id=pattern.name) for address, pattern in EVERY if ":organisation>" in address]


def test_an_address_names_its_organisation_or_says_why_not():
    without = {pattern.name for address, pattern in EVERY if ":organisation>" not in address}

    assert without == {*OPEN, *SHARED}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", CLOSED)
def test_a_visitor_is_sent_to_sign_in(address, method, places):
    answer = getattr(Client(), method)(filled(address, places))

    assert (answer.status_code, answer.headers.get("Location", "").split("?")[0]) == (302, "/entrer/")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", OWNED)
def test_a_stranger_finds_nothing(address, method, places, charlie):
    client = Client()
    client.force_login(charlie)

    answer = getattr(client, method)(filled(address, places))

    assert answer.status_code in (404, 405)
    assert "Atelier Mimosa" not in answer.content.decode()


# Words that a person puts on an organisation, for themselves alone.
OWN_WORDS = {"tags"}
WRITTEN = [
    pytest.param(address, id=pattern.name)
    for address, pattern in EVERY
    if ":organisation>" in address and pattern.name not in OWN_WORDS
]


@pytest.mark.parametrize("address", WRITTEN)
def test_a_reader_changes_nothing(address, places, bob):
    client = Client()
    client.force_login(bob)
    before = Event.objects.count()

    answer = client.post(filled(address, places))

    assert answer.status_code in (403, 405)
    assert Event.objects.count() == before
