"""What changes from one edition to another."""

from __future__ import annotations

from tests.pages import texts


def test_the_new_indicator_and_the_changed_ones_are_told(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/depuis/2019-v9/")

    told = texts(answer, "//main//section")
    assert next(line for line in told if line.startswith("33. ")).count("nouveau") >= 1
    assert any("Une réponse déjà écrite est à revoir." in line for line in told)


def test_an_edition_against_itself_changes_nothing(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/2026-v9/depuis/2026-v9/")

    assert texts(answer, "//div[@class='empty']/p[1]") == ["Rien ne change."]


def test_an_edition_that_is_not_installed_is_not_found(client, alice):
    client.force_login(alice)

    assert client.get("/textes/2026-v9/depuis/1999/").status_code == 404
