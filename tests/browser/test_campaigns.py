"""A campaign in a browser: from the portfolio to assessments that are begun, with scripts and without."""

from __future__ import annotations

import secrets

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun


@pytest.mark.parametrize("scripts", [True, False])
def test_a_campaign_goes_from_the_portfolio_to_assessments(windows, site, scripts):
    begun(site)
    begun(site)
    name = f"Printemps {secrets.token_hex(2)}"
    page = windows.open(java_script_enabled=scripts)
    page.goto("/portefeuille/?mots=mimosa")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()

    page.get_by_role("button", name="Campagne pour les organismes cochés").click()
    page.get_by_label("Nom de la campagne").fill(name)
    page.get_by_label("Celles de la dernière évaluation de chacun").check()
    page.get_by_role("button", name="Voir ce qui sera fait").click()
    seen = (axe(page), overflow(page)) if scripts else ([], 0)
    page.get_by_role("button", name="Lancer la campagne").click()
    if not scripts:
        page.get_by_role("button", name="Continuer").click()

    expect(page.get_by_role("status").filter(has_text="est lancée pour tous les organismes choisis")).to_be_visible()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert seen == ([], 0)
