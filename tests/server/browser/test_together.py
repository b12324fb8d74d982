"""Two people on one assessment at once, each in a browser of their own; a third finds nothing."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.server.browser.conftest import Person

if TYPE_CHECKING:
    from playwright.sync_api import Page


def begun(page: Page) -> str:
    """A new assessment of a new organisation; its address."""
    page.goto("/commencer/")
    new = page.get_by_label("Un nouvel organisme")
    if new.count():
        new.check()
    page.get_by_label("Nom d").fill(f"Atelier Mimosa {secrets.token_hex(2)}")
    page.get_by_role("button", name="Répondre à quelques questions").click()
    return re.match(r".*/o/\w+/evaluations/\w+/", page.url)[0]


def invited(page: Page, role: str) -> str:
    """The link that the owner copies."""
    page.get_by_label("Rôle", exact=True).select_option(label=role)
    page.get_by_role("button", name="Préparer l’invitation").click()
    return page.locator(".copy-me").inner_text()


def joined(windows, link: str, name: str) -> Page:
    person = Person(f"{name} {secrets.token_hex(2)}")
    page = windows.open(known=False)
    page.goto(link)
    person.open_account(page)
    expect(page.get_by_text("Vous avez rejoint")).to_be_visible()
    return page


def stranger(windows, owner_page: Page) -> Page:
    """Somebody with an account and no organisation here."""
    owner_page.goto("/administration/")
    owner_page.get_by_role("button", name="Préparer l’invitation").click()
    page = windows.open(known=False)
    page.goto(owner_page.locator(".copy-me").inner_text())
    Person(f"Sacha {secrets.token_hex(2)}").open_account(page)
    return page


def test_an_owner_and_a_contributor_work_at_once_and_a_stranger_finds_nothing(windows, owner):
    first = windows.open(known=False)
    owner.enter(first)
    assessment = begun(first)
    first.goto(assessment)
    first.get_by_role("link", name="Personnes et rôles").click()
    second = joined(windows, invited(first, "contributeur"), "Camille")
    first.goto(f"{assessment}personnes/")
    first.get_by_label("Qui répond à l’indicateur 4").select_option(index=1)
    first.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(first.get_by_text("1 indicateur a changé de main.")).to_be_visible()

    second.goto("/mon-travail/")
    second.get_by_role("link", name="4.").click()
    first.goto(f"{assessment}indicateurs/5/")
    for page, words in ((first, "La fiche de besoin"), (second, "Les questionnaires")):
        page.locator("#id_presentation").fill(words)
    for page in (first, second):
        expect(page.locator("#presentation-etat")).to_have_text(re.compile("Enregistré à"))
    first.goto(f"{assessment}indicateurs/4/")
    second.goto(f"{assessment}indicateurs/5/")

    expect(first.locator("#id_presentation")).to_have_value("Les questionnaires")
    expect(second.locator("#id_presentation")).to_have_value("La fiche de besoin")
    expect(second.locator("#id_presentation")).to_be_disabled()
    third = stranger(windows, first)
    found = [
        third.request.get(f"{assessment}{path}").status for path in ("", "indicateurs/4/", "preuves/", "personnes/")
    ]
    assert found == [404] * 4


def test_the_pages_of_people_are_accessible(windows, owner):
    page = windows.open(known=False)
    owner.enter(page)
    assessment = begun(page)
    organisation = re.match(r".*/o/\w+/", assessment)[0]
    seen = {}

    for path in (
        f"{organisation}personnes/",
        f"{assessment}personnes/",
        f"{assessment}actions/nouvelle/",
        "/mon-travail/",
        "/administration/",
        "/administration/textes/donnees/",
        "/site/donnees/",
        "/plan/",
    ):
        page.goto(path)
        found = axe(page)
        page.emulate_media(color_scheme="dark")
        found += axe(page)
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 320, "height": 640})
        seen[path] = overflow(page), found
        page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{organisation}personnes/")
    page.get_by_role("link", name="Quitter").click()
    seen["leave"] = overflow(page), axe(page)

    assert seen == dict.fromkeys(seen, (0, []))
