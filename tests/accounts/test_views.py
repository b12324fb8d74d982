"""Coming in: the token of the server that runs, once exchanged, is out of the address."""

from __future__ import annotations

import pytest

from auditblanc.accounts.sign_in.local import TOKEN_VARIABLE
from auditblanc.accounts.writes import local_person


@pytest.fixture
def token(monkeypatch, db):
    local_person()
    monkeypatch.setenv(TOKEN_VARIABLE, "le-jeton")
    return "le-jeton"


def test_the_token_is_exchanged_for_a_session(client, token):
    answer = client.get(f"/entrer/{token}/")

    cookie = answer.cookies["auditblanc_"]
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("given", ["autre", "le-jeto", "é"])
def test_another_token_opens_nothing(client, token, given):
    answer = client.get(f"/entrer/{given}/")

    assert (answer.status_code, "auditblanc_" in answer.cookies) == (401, False)


def test_without_a_token_nobody_comes_in(client, db, monkeypatch):
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)

    assert client.get("/entrer/x/").status_code == 401


def test_another_host_is_refused(client, token):
    assert client.get("/", headers={"host": "exemple.org"}).status_code == 400
