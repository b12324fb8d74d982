"""The pictures of the site: the way of the whole-path test, and the worked example of an independent trainer."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from tests.browser import path
from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.window import Windows
from tests.web.local.started import started

from tools.palette import in_few_colours

if TYPE_CHECKING:
    from playwright.sync_api import Page

EXAMPLE = "Formatrice indépendante en bureautique"
INDICATOR = 6


def take(folder: Path, form: Path) -> None:
    """Each in its file, as a person with a window of 1280 pixels sees it. ``form``: one filled on a former text."""
    with tempfile.TemporaryDirectory() as data, started(Path(data) / "data") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        windows = Windows(browser, site)
        page = windows.open()
        _begin(page, folder, form)
        _example(page, folder)
        windows.close()
        browser.close()


def _begin(page: Page, folder: Path, form: Path) -> None:
    path.begin(page, "Atelier Tilleul")
    path.onwards(page)
    page.get_by_label("(AF)").check()
    _picture(page, folder / "questions.png")
    path.take_over(page, form)
    _picture(page, folder / "bridge.png")


def _example(page: Page, folder: Path) -> None:
    page.goto("/")
    page.get_by_role("link", name=EXAMPLE).click()
    _picture(page, folder / "overview.png")
    path.follow(page, "Documents")
    _picture(page, folder / "documents.png")
    path.follow(page, "Indicateurs")
    _picture(page, folder / "ratings.png")
    page.goto(f"{page.url}{INDICATOR}/")
    _picture(page, folder / "indicator.png")


def _picture(page: Page, file: Path) -> None:
    file.write_bytes(in_few_colours(page.screenshot(animations="disabled")))
