"""Every page that links lead to, found by following them: what axe says, in both themes, and whether it fits a telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from tests.browser.axe import axe, overflow

if TYPE_CHECKING:
    from playwright.sync_api import Page

# Neither pages nor links to follow.
NOT_PAGES = {"asset", "accounts:enter", "local:presence"}
STARTS = ["/", "/galerie/"]
# That links do lead to, from the worked examples on; the others are looked at as soon as a link names them.
MAIN = {
    *(f"assessments:{name}" for name in ("home", "overview", "ratings", "forecast", "documents", "copies")),
    *(f"assessments:{name}" for name in ("texts", "text", "text_indicator", "text_changes", "shortcuts")),
    "accessibility",
    "gallery",
    "local:my_data",
}


def links(page: Page) -> list[str]:
    """The addresses of our own that the page leads to, without what follows # or ?."""
    found = page.evaluate(
        "[...document.querySelectorAll('main a[href], header a[href], footer a[href]')].map(a => a.href)"
    )
    ours = urlsplit(page.url).netloc
    return [urlsplit(each).path for each in found if urlsplit(each).netloc == ours]


def name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return f"nothing at {path}"


def looked_at(page: Page) -> tuple[int, list[str]]:
    """Light, then dark, then as narrow as a small telephone: one load for all."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    found += axe(page, only="color-contrast")
    page.set_viewport_size({"width": 320, "height": 640})
    return overflow(page), found


def test_every_page_that_links_lead_to_is_accessible(page):
    waiting, seen, wrong = list(STARTS), set(NOT_PAGES), {}

    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if name in seen:
            continue
        seen.add(name)
        answer = page.request.get(path)
        if not answer.ok:
            wrong[name] = (0, [f"{path} answers {answer.status}"])
        elif answer.headers["content-type"].startswith("text/html"):
            page.goto(path)
            waiting += links(page)
            wrong[name] = looked_at(page)

    assert {name: found for name, found in wrong.items() if found != (0, [])} == {}
    assert seen >= MAIN
