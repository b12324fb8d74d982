"""A site for several people, and one window a person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import browser  # noqa: F401 -- a fixture
from tests.browser.window import Windows
from tests.server.accounts import PASSWORD
from tests.web.server.served import served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.web.server.served import Shared


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith("tests/server/browser/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    with served(tmp_path_factory.mktemp("server") / "data") as shared:
        yield shared


@pytest.fixture(scope="package")
def owner(site: Shared, browser: Browser) -> Person:  # noqa: F811 -- a fixture
    """Who follows the first link: they administer the site, and own what they make there."""
    person = Person(f"Olive {secrets.token_hex(2)}")
    window = Windows(browser, site)
    page = window.open(known=False)
    page.goto(site.link)
    person.open_account(page)
    window.close()
    return person


@pytest.fixture
def windows(site: Shared, browser: Browser) -> Iterator[Windows]:  # noqa: F811 -- a fixture
    opened = Windows(browser, site)
    yield opened
    opened.close()


@dataclass(frozen=True)
class Person:
    name: str

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@exemple.fr"

    def open_account(self, page: Page) -> None:
        """What who follows an invitation does."""
        page.get_by_label("Votre nom").fill(self.name)
        page.get_by_label("Adresse électronique").fill(self.email)
        page.get_by_label("Mot de passe").fill(PASSWORD)
        page.get_by_role("button", name="Ouvrir mon compte").click()

    def enter(self, page: Page) -> None:
        page.goto("/entrer/")
        page.get_by_label("Adresse électronique").fill(self.email)
        page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Entrer", exact=True).click()
