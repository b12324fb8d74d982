"""One edition: whole, searched, and one indicator with its rules and sources."""

from __future__ import annotations

import pytest

from tests.pages import texts


def test_an_edition_shows_its_indicators_by_criterion(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/")

    assert len(texts(answer, "//ol[@class='index']/li")) == 33
    assert len(texts(answer, "//h2[starts-with(., 'Critère')]")) == 7


def test_words_looked_for_leave_the_indicators_that_hold_them(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/", {"q": "Veille LEGALE"})

    found = texts(answer, "//ol[@class='index']/li")
    assert any(line.startswith("23 ") for line in found)
    assert len(found) < 10


def test_words_that_stand_nowhere_say_what_to_do(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/", {"q": "zzzz"})

    assert texts(answer, "//div[@class='empty']/p[1]") == ["Aucun indicateur ne contient ces mots."]


def test_an_indicator_tells_its_rules_and_how_sure_they_are(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/indicateurs/33/")

    assert texts(answer, "//dl/div/dt")[:2] == ["Catégories", "Gravité"]
    assert "Reformulation d’Auditblanc." in texts(answer, "//p")


@pytest.mark.parametrize("address", ["/textes/1999/", "/textes/2026-v9/indicateurs/99/", "/textes/1999/indicateurs/1/"])
def test_what_no_edition_holds_is_not_found(client, alice, address):
    client.force_login(alice)

    assert client.get(address).status_code == 404
