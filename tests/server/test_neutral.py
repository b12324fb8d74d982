"""Neutral mode on a site for several: its own addresses are decided too, and its pages lead to nothing that is shut."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.domain.neutral import parts
from tests.neutral import led_astray, make_neutral, visited
from tests.places import places
from tests.server.test_every_address import ALL, KNOWN
from tests.web.test_neutral import spoken

# What the library of accounts shows says nothing of answers.
OURS = {entry.name for _, entry in ALL if entry.callback.__module__.startswith("auditblanc.")}
DECIDED = {name.rpartition(":")[2] for part in parts() for name in part.addresses}


@pytest.fixture
def client(alice, settings):
    make_neutral(settings)
    client = Client()
    client.force_login(alice)
    return client


def test_every_address_is_shut_or_kept():
    assert set() == OURS - DECIDED


def test_no_address_is_decided_that_is_nowhere():
    known = {entry.name for address, entry in ALL if address in KNOWN}
    local = {"sign_in", "enter", "my_data", "save_copy", "restore_copy", "erase_everything", "presence"}

    assert DECIDED - OURS - known == local


def test_no_page_leads_to_what_is_shut_nor_speaks_of_it(assessment, alice, client):
    places(assessment, alice)

    pages = visited(client, ["/", reverse("assessments:site_map")])

    assert len(pages) > 60
    assert led_astray(pages) == set()
    assert spoken(pages) == set()
