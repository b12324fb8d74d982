"""Legal notices and the record of processing: read by everybody, written by whoever looks after the site."""

from __future__ import annotations

import pytest
from django.test import Client

from auditblanc.accounts.models import Notice
from tests.pages import texts
from tests.server.accounts import account

AT = "/administration/textes/mentions/"


@pytest.fixture
def olive(client, db):
    client.force_login(account("Olive", is_administrator=True))
    return client


@pytest.mark.parametrize(
    ("name", "words"), [("mentions", "Hébergeur : [nom"), ("donnees", "empreinte du mot de passe")]
)
def test_a_visitor_reads_what_the_site_comes_with(db, name, words):
    shown = Client().get(f"/site/{name}/")

    assert shown.status_code == 200
    assert words in shown.content.decode().replace("\u00a0", " ")


def test_they_are_linked_from_every_page_even_the_entry(db):
    links = texts(Client().get("/entrer/"), "//footer//a")

    assert links[-2:] == ["Mentions légales", "Vos données"]


def test_whoever_looks_after_the_site_writes_them(olive):
    olive.post(AT, {"text": "Atelier <b>Mimosa</b>, Lyon."})

    shown = Client().get("/site/mentions/")
    assert texts(shown, "//div[contains(@class, 'reading')]") == ["Atelier <b>Mimosa</b>, Lyon."]


def test_an_empty_text_gives_back_the_one_it_comes_with(olive):
    olive.post(AT, {"text": "x"})
    olive.post(AT, {"text": ""})

    assert Notice.objects.count() == 0
    assert "Hébergeur" in Client().get("/site/mentions/").content.decode()


def test_nobody_else_writes_them_and_others_do_not_exist(alice):
    other = Client()
    other.force_login(alice)

    assert other.post(AT, {"text": "x"}).status_code == 404
    assert Client().get("/site/autre/").status_code == 404
