"""Looking after the site: accounts, links, a letter to try; and nobody else gets in there."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import User
from tests.pages import texts
from tests.server.accounts import PASSWORD, account, enter, enter_again

AT = "/administration/"


@pytest.fixture
def olive(db):
    return account("Olive", is_administrator=True)


@pytest.fixture
def client(client, olive):
    client.force_login(olive)
    enter_again(client)
    return client


@pytest.mark.parametrize("path", ["", "essai/", "x/fermer/", "x/mot-de-passe/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_it_does_not_exist_for_anybody_else(alice, path, method):
    other = Client()
    other.force_login(alice)

    assert getattr(other, method)(f"{AT}{path}").status_code in (404, 405)


@pytest.mark.parametrize("count", [1, 60])
def test_accounts_come_a_page_at_a_time(client, count, django_assert_num_queries):
    for number in range(count):
        account(f"Dana {number:02}")

    with django_assert_num_queries(4):
        answer = client.get(AT)

    assert len(texts(answer, "//tbody//th")) == min(count + 1, 50)


def test_an_account_is_found_by_name_or_address(client, alice):
    other = account("Dana")

    assert texts(client.get(f"{AT}?mots=dan"), "//tbody//th") == [f"Dana {other.email}"]
    assert texts(client.get(f"{AT}?mots={alice.email}"), "//tbody//th") == [f"Alice {alice.email}"]


def test_an_invitation_opens_an_account_that_administers_nothing(client):
    answer = client.post(AT, {"email": ""})
    link = re.search(r"http://testserver(/invitation/[\w-]+/)", answer.content.decode())[1]

    Client().post(link, {"name": "Dana", "email": "dana@exemple.invalid", "password": PASSWORD})

    dana = User.objects.get(email="dana@exemple.invalid")
    assert (dana.is_administrator, dana.memberships.count()) == (False, 0)


def test_an_account_is_closed_at_once_and_opened_again(client, alice):
    inside = Client()
    enter(inside, alice)

    client.post(reverse("people:close_account", args=[alice.key]))
    closed = inside.get("/").status_code
    client.post(reverse("people:close_account", args=[alice.key]))

    assert closed == 302
    assert User.objects.get(pk=alice.pk).is_active


def test_nobody_closes_their_own(client, olive):
    client.post(reverse("people:close_account", args=[olive.key]))

    assert User.objects.get(pk=olive.pk).is_active


@pytest.mark.parametrize("name", ["close_account", "account_password"])
def test_who_opens_or_closes_an_account_says_again_who_they_are(olive, alice, name):
    browser, path = Client(), reverse(f"people:{name}", args=[alice.key])
    browser.force_login(olive)

    asked = browser.post(path)
    done = browser.post(asked.headers["Location"], {"password": PASSWORD})

    assert asked.headers["Location"].startswith("/compte/confirmer/?next=")
    assert done.status_code == (303 if name == "close_account" else 200)
    assert User.objects.get(pk=alice.pk).is_active is (name != "close_account")


def test_a_letter_is_tried(client):
    client.post(reverse("people:try_mail"))

    assert [each.to for each in mail.outbox] == [["olive@exemple.invalid"]]
    assert texts(client.get(AT), "//*[@id='messages']//p") == [
        "L’essai est parti à olive@exemple.invalid : s’il n’arrive pas, regardez parmi les indésirables."
    ]


def test_a_server_that_refuses_is_told(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    client.post(reverse("people:try_mail"))

    (told,) = texts(client.get(AT), "//*[@id='messages']//p")
    assert told.startswith("Le serveur d’envoi a refusé ou n’a pas répondu")


def test_a_link_lets_who_is_locked_out_choose_another_password(client, alice):
    answer = client.post(reverse("people:account_password", args=[alice.key]))

    assert re.search(r"http://testserver/entrer/mot-de-passe/[\w-]+/", answer.content.decode())


def test_where_the_copies_of_the_site_stand_is_told(client, monkeypatch, tmp_path):
    without = texts(client.get(AT), "//dd")
    (tmp_path / "auditblanc-2026-11-26-0315.zip").write_bytes(b"x" * 12_300_000)
    monkeypatch.setenv("AUDITBLANC_BACKUPS", str(tmp_path))

    assert without[3] == "aucune copie programmée sur cette machine"
    assert texts(client.get(AT), "//dd")[3] == "chaque jour à 03:15 ; la dernière le 26 novembre 2026 à 03:15, 12 Mo"
