"""Coming in as a person does: by password, with a code of an application, with a key of the browser alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.server.accounts import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = [
    "/entrer/",
    "/entrer/mot-de-passe/",
    "/entrer/nouveau/",
    "/entrer/mot-de-passe/1-x/",
    "/entrer/adresse/x/",
    "/invitation/x/",
]
OWN = [
    "/compte/protection/",
    "/compte/protection/application/",
    "/compte/protection/cles/",
    "/compte/protection/cles/ajouter/",
    "/compte/mot-de-passe/",
    "/compte/adresse/",
    "/compte/sessions/",
    "/sortir/",
]


def with_a_key(page: Page) -> None:
    """A key that the browser holds, with a finger always on it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def confirmed(page: Page, path: str) -> None:
    """The page at that address, once the password was asked again."""
    page.goto(path)
    told_who_it_is(page)
    expect(page).to_have_url(re.compile(f"{path}$"))


def told_who_it_is(page: Page) -> None:
    """The password typed once more, where it is asked."""
    if page.get_by_role("heading", name="C’est bien vous ?").count():
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Continuer").click()


def looked_at(page: Page) -> tuple[int, list[str]]:
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    found += axe(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    wide = overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return wide, found


def test_the_pages_of_accounts_are_accessible(windows, owner):
    outside, inside = windows.open(known=False), windows.open(known=False)
    owner.enter(inside)
    found = {}

    for path in PAGES:
        outside.goto(path)
        found[path] = looked_at(outside)
    for path in OWN:
        confirmed(inside, path)
        found[path] = looked_at(inside)

    assert found == dict.fromkeys([*PAGES, *OWN], (0, []))


def test_a_key_of_the_browser_lets_in_alone(windows, owner):
    page = windows.open(known=False)
    with_a_key(page)
    owner.enter(page)
    confirmed(page, "/compte/protection/cles/ajouter/")
    page.get_by_label("Nom de cette clé").fill("Téléphone")
    page.get_by_label("Entrer avec cette clé seule").check()
    page.get_by_role("button", name="Ajouter cette clé").click()
    expect(page.get_by_text("La clé est ajoutée.")).to_be_visible()
    page.goto("/sortir/")
    page.get_by_role("button", name="Sortir").click()

    page.get_by_role("button", name="Entrer avec une clé d’accès").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Êtes-vous prêt")
    page.goto("/compte/protection/cles/")
    page.get_by_role("row", name="Téléphone").get_by_role("link", name="Retirer").click()
    told_who_it_is(page)
    page.get_by_role("button", name="Oui, la retirer").click()
    expect(page.get_by_text("Aucune clé.")).to_be_visible()


def test_a_code_of_an_application_is_asked_at_the_next_entry(windows, owner):
    page = windows.open(known=False)
    owner.enter(page)
    confirmed(page, "/compte/protection/application/")
    secret = page.locator(".facts dd").inner_text()
    counter = next(iter(yield_hotp_counters_from_time()))

    page.get_by_label("Code que l’application affiche").fill(f"{hotp_value(secret, counter):06d}")
    page.get_by_role("button", name="Activer").click()
    codes = page.locator(".codes li").all_inner_texts()
    again = windows.open(known=False)
    owner.enter(again)
    again.get_by_label("Code à six chiffres").fill(codes[0])
    again.get_by_role("button", name="Entrer", exact=True).click()

    assert len(codes) == 10
    expect(again.get_by_role("heading", level=1)).to_contain_text("Êtes-vous prêt")
    confirmed(again, "/compte/protection/application/retirer/")
    again.get_by_role("button", name="Désactiver").click()
    expect(again.get_by_text("L’application de codes ne protège plus")).to_be_visible()


pytestmark = pytest.mark.usefixtures("owner")
