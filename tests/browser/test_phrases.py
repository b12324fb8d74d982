"""A phrase of one's own added to the text of an indicator, with scripts and without."""

from __future__ import annotations

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phrase_is_kept_then_added_after_what_is_typed(windows, site, scripts):
    at = f"{begun(site)}indicateurs/7/"
    phrase = f"Le livret {secrets.token_hex(2)}"
    page = windows.open(java_script_enabled=scripts)
    page.goto("/phrases/?indicateur=7")
    if not page.get_by_label("Phrase", exact=True).is_visible():
        page.get_by_text("Garder une phrase", exact=True).click()
    page.get_by_label("Phrase", exact=True).fill(phrase)
    page.get_by_role("button", name="Garder cette phrase").click()

    page.goto(at)
    page.get_by_role("button", name="Mes phrases pour cet indicateur").click()
    page.locator("#id_presentation").fill("Le site.")
    page.get_by_role("button", name=f"Ajouter à mon texte : {phrase}").click()
    if scripts:
        expect(page.locator("#presentation-enregistre")).to_contain_text("Enregistré à")
        seen = axe(page), overflow(page)
    page.goto(at)

    expect(page.locator("#id_presentation")).to_have_value(f"Le site.\n{phrase}")
    assert not scripts or seen == ([], 0)
