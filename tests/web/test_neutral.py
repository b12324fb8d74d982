"""Neutral mode on the site: every address is decided, what is shut says why, no page leads there or speaks of it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.cli.app import COMMANDS
from auditblanc.domain.catalogue import load
from auditblanc.domain.neutral import parts
from auditblanc.interchange.examples import examples
from tests import people
from tests.architecture.test_access import filled
from tests.architecture.test_names import EVERY
from tests.neutral import led_astray, make_neutral, visited
from tests.pages import texts, words_of
from tests.places import places as made

SHUT = {name.rpartition(":")[2]: part for part in parts() if part.is_shut for name in part.addresses}
CLOSED = [pytest.param(address, SHUT[entry.name], id=entry.name) for address, entry in EVERY if entry.name in SHUT]
# The components of our pages, with words that say nothing.
BARE = {"/galerie/"}


@pytest.fixture
def places(assessment, alice):
    """Alice's assessment with one of everything, and the three worked examples as answers of hers."""
    for example in examples(load()):
        people.assessment(people.organisation(example.snapshot.profile.provider.name, alice), alice, example.snapshot)
    return made(assessment, alice)


@pytest.fixture
def client(alice, settings):
    make_neutral(settings)
    client = Client()
    client.force_login(alice)
    return client


def test_every_address_is_shut_or_kept_once():
    decided = [name.rpartition(":")[2] for part in parts() for name in part.addresses]

    assert {entry.name for _, entry in EVERY} - set(decided) == set()
    assert sorted(decided) == sorted(set(decided))


def test_every_command_is_shut_or_kept():
    assert sorted(name for part in parts() for name in part.commands) == sorted(COMMANDS)


def spoken(pages):
    """The words of what is shut that these pages say, with the page."""
    shut_words = [words_of(words) for part in parts() if part.is_shut for words in part.words]
    return {
        (path, words)
        for path, answer in pages.items()
        for said in texts(answer, "//body")
        for words in shut_words
        if words in said
    }


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("address", "part"), CLOSED)
def test_what_is_shut_says_why(address, part, method, places, client):
    answer = getattr(client, method)(filled(address, places))

    assert answer.status_code == 404
    assert words_of(part.refusal) in texts(answer, "//main//*[contains(@class, 'lead')]")


def test_it_is_open_elsewhere(places, alice):
    client = Client()
    client.force_login(alice)

    assert client.get(filled("o/<organisation>/evaluations/<key>/points-de-vigilance/", places)).status_code == 200


def test_no_page_leads_to_what_is_shut_nor_speaks_of_it(places, client):
    starts = ["/", reverse("assessments:site_map"), *(filled(address, places) for address, _ in EVERY)]

    pages = visited(client, starts)
    open_pages = {path: answer for path, answer in pages.items() if answer.status_code == 200 and path not in BARE}

    assert len(open_pages) > 60
    assert led_astray(open_pages) == set()
    assert spoken(open_pages) == set()
