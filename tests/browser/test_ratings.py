"""The table of indicators in a browser: levels changed by keyboard, one or many at a time, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import axe, overflow

SIZES = [(1280, "dark"), (320, "light"), (320, "dark")]
EXAMPLE = "Formatrice indépendante en bureautique"


def opened(page, name):
    """A page of the worked example, by its entry in the menu."""
    page.goto("/plan/")
    # Whoever has made many organisations meanwhile begins at the portfolio; the map always has the examples.
    at = page.get_by_role("heading", name=EXAMPLE).locator("xpath=following-sibling::ul[1]//a").first
    page.goto(at.get_attribute("href"))
    with page.expect_navigation():
        page.get_by_role("link", name=name, exact=True).first.click()
    return page


def row(page, number):
    return page.get_by_role("row").filter(has=page.get_by_label(f"Choisir l’indicateur {number}", exact=True))


def test_a_level_is_changed_by_the_arrows_and_the_focus_stays(page):
    opened(page, "Indicateurs")
    ready, partial = (row(page, 1).get_by_role("radio", name=word) for word in ("Prêt", "Partiel"))
    ready.check()
    expect(ready).to_be_checked()

    with page.expect_response(lambda answer: answer.request.method == "POST"):
        ready.press("ArrowRight")

    expect(partial).to_be_checked()
    expect(partial).to_be_focused()
    page.reload()
    expect(partial).to_be_checked()


def test_many_levels_are_changed_by_keyboard(page):
    opened(page, "Indicateurs")
    bar = page.get_by_role("group", name="Mettre les indicateurs cochés au niveau")
    expect(bar).to_be_hidden()

    for number in (9, 10):
        page.get_by_label(f"Choisir l’indicateur {number}", exact=True).press("Space")
    bar.get_by_role("radio", name="Manquant").press("Space")
    bar.get_by_role("button", name="Appliquer").press("Enter")

    expect(page.get_by_role("status").filter(has_text="2 indicateurs mis au niveau « manquant »")).to_be_visible()
    expect(row(page, 10).get_by_role("radio", name="Manquant")).to_be_checked()
    expect(bar).to_be_hidden()


def test_the_table_is_narrowed_and_goes_back_in_time(page):
    opened(page, "Indicateurs")
    everything = page.get_by_role("row").count()

    with page.expect_response(lambda answer: "niveau=1" in answer.url):
        page.get_by_label("Niveau", exact=True).select_option("1")
    expect(page).to_have_url(re.compile("niveau=1"))
    narrowed = page.get_by_role("row").count()
    page.get_by_role("link", name="Vue d’ensemble").click()
    expect(page).not_to_have_url(re.compile("indicateurs"))
    page.go_back()

    expect(page).to_have_url(re.compile("niveau=1"))
    expect(page.get_by_role("row")).to_have_count(narrowed)
    assert narrowed < everything


def test_without_scripts_a_level_is_saved_by_its_button(windows):
    page = opened(windows.open(java_script_enabled=False), "Indicateurs")

    row(page, 2).get_by_role("radio", name="Manquant").check()
    row(page, 2).get_by_role("button", name="Enregistrer").click()

    expect(row(page, 2).get_by_role("radio", name="Manquant")).to_be_checked()


@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_the_pages_of_an_assessment_are_accessible(windows, width, theme):
    page = windows.open(width=width, theme=theme)
    found = {}

    page.goto("/")
    found["Accueil"] = (overflow(page), axe(page))
    for name in ("Vue d’ensemble", "Indicateurs", "Points de vigilance"):
        opened(page, name)
        found[name] = (overflow(page), axe(page))

    assert found == dict.fromkeys(found, (0, []))
