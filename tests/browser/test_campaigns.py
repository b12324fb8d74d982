"""A campaign in a browser: from the portfolio to assessments that are begun, with scripts and without."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun

if TYPE_CHECKING:
    from playwright.sync_api import Page


def until_done(page: Page) -> None:
    """Without scripts, a person looks again."""
    end = time.monotonic() + 60
    while page.get_by_role("link", name="Actualiser").count() and time.monotonic() < end:
        page.wait_for_timeout(500)
        page.reload()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_campaign_goes_from_the_portfolio_to_assessments(windows, site, scripts):
    begun(site)
    begun(site)
    name = f"Printemps {secrets.token_hex(2)}"
    page = windows.open(java_script_enabled=scripts)
    page.goto("/portefeuille/?mots=mimosa")
    for box in page.get_by_label("Choisir Atelier").all()[:2]:
        box.check()

    page.get_by_role("button", name="Campagne pour les organismes cochés").click()
    page.get_by_label("Nom de la campagne").fill(name)
    page.get_by_label("Celles de la dernière évaluation de chacun").check()
    page.get_by_role("button", name="Voir ce qui sera fait").click()
    seen = (axe(page), overflow(page)) if scripts else ([], 0)
    page.get_by_role("button", name="Lancer la campagne").click()

    expect(page.get_by_role("status").filter(has_text="est lancée : vous pouvez fermer cette page")).to_be_visible()
    if not scripts:
        until_done(page)
    expect(page.locator("tbody tr a")).to_have_count(2, timeout=60_000)
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    assert seen == ([], 0)
