"""One site, one browser for all that is looked at; a fresh window, signed in, for each test.

The site is another process with its own data: a test makes what it needs through the pages, as a person would. Both end
with this package, not with the session: while Playwright runs, Django refuses the database to the tests of this process.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.window import Windows
from tests.ports import free_port
from tests.web.local.started import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.web.local.started import Site

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with started(tmp_path_factory.mktemp("browser") / "data", "--port", free_port()) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no Chromium here: make system")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def windows(site: Site, browser: Browser) -> Iterator[Windows]:
    """Windows of other sizes, themes or people than ``page``; what goes wrong in any of them fails the test."""
    opened = Windows(browser, site)
    yield opened
    opened.close()


@pytest.fixture
def page(windows: Windows) -> Page:
    """A window of 1280 pixels, signed in."""
    return windows.open()
