"""The database goes away while somebody types: the text stays in the page, and is saved once it is back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import postgresql
from tests.browser.axe import axe
from tests.browser.window import Windows
from tests.server.browser.conftest import Person
from tests.server.browser.test_together import begun
from tests.web.server.served import served

TEXT = "Le catalogue 2027, relu en mars."


@pytest.fixture(scope="module")
def database():
    return postgresql.serve()


@pytest.fixture(scope="module")
def site(database, tmp_path_factory):
    folder = tmp_path_factory.mktemp("gone") / "data"
    with served(folder, AUDITBLANC_SECRET="x" * 60, AUDITBLANC_DATABASE=database.address) as shared:
        yield shared


@pytest.fixture(scope="module")
def olive(site, browser):
    """Who administers it."""
    person, windows = Person("Olive"), Windows(browser, site)
    page = windows.open(known=False)
    page.goto(site.link)
    person.open_account(page)
    windows.close()
    return person


@pytest.fixture
def page(site, olive, browser):
    windows = Windows(browser, site)
    opened = windows.open(known=False)
    olive.enter(opened)
    yield opened
    windows.close()


def test_what_is_typed_stays_and_is_saved_once_the_database_is_back(page, database):
    assessment = begun(page)
    page.goto(f"{assessment}indicateurs/3/")
    state = page.locator("#presentation-etat")
    database.stop()

    page.locator("#id_presentation").fill(TEXT)
    expect(state).to_have_text("Non enregistré : votre réponse est gardée ici")
    expect(page.locator("#id_presentation")).to_have_value(TEXT)
    database.start()
    page.evaluate("dispatchEvent(new Event('online'))")

    expect(state).to_have_text(re.compile("Enregistré à"), timeout=15_000)
    page.reload()
    expect(page.locator("#id_presentation")).to_have_value(TEXT)


def test_a_form_that_was_sent_is_in_the_page_and_is_sent_again(page, database):
    page.goto(f"{begun(page)}actions/nouvelle/")
    page.get_by_label("Ce qu’il y a à faire").fill("Publier les résultats")
    database.stop()

    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("heading", name="Le site ne peut pas répondre")).to_be_visible()
    found = axe(page)
    database.start()
    page.get_by_role("button", name="Réessayer").click()

    assert found == []
    expect(page.get_by_text("Action planifiée.")).to_be_visible()
    expect(page.get_by_text("Publier les résultats").first).to_be_visible()
