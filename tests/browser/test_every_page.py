"""Every page there is, found by itself: what axe says, in both themes, and whether it fits a telephone.

Links are followed, so that none leads nowhere; then every address that no link led to is filled and opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from auditblanc.assessments.forms.profile.sections import SECTIONS
from auditblanc.assessments.forms.profile.steps import STEPS
from tests.architecture.test_access import filled
from tests.architecture.test_names import EVERY
from tests.browser.axe import axe, overflow
from tests.web.local.begun import furnished

if TYPE_CHECKING:
    from playwright.sync_api import Page

STARTS = ["/", "/galerie/"]
# Neither pages nor links to follow, and why.
NOT_PAGES = {
    "asset": "a file",
    "accounts:sign_in": "for a visitor: test_pages.py looks at it",
    "accounts:enter": "another token would be needed",
    "local:presence": "tells a second start that this server is ours",
    "assessments:logo": "a picture",
    "assessments:piece_file": "a file",
    "assessments:received_file": "a file",
    "assessments:calendar_feed": "a file",
    "assessments:stop_digest": "only a letter leads there: test_pages.py looks at it",
    "assessments:report": "a file",
    "assessments:actions_file": "a file",
    "assessments:findings_file": "a file",
    "assessments:presentation_plan": "a file",
    "assessments:register_file": "a file",
    "assessments:portfolio_file": "a file",
    "assessments:campaign_file": "a file",
    "assessments:phrases_file": "a file",
    "assessments:reception_file": "a file",
    "assessments:reopened_file": "a file",
    "assessments:organisation_file": "a file",
    "assessments:audit_jump": "leads elsewhere",
    "assessments:dossier_file": "a file, once it is said what of",
    "assessments:part_file": "a file, once somebody is named",
}
# Also looked at narrow and at 200 %: a window of 640 pixels is one of 1280 at 200 %.
MAIN = [f"assessments:{name}" for name in ("home", "overview", "ratings", "indicator", "documents")]
ONLY_FOR_WRITING = 405


@pytest.fixture(scope="module")
def places(site):
    return furnished(site)


@pytest.fixture(scope="module")
def addresses(places):
    """Every address there is, the answers of a profile section by section and question by question."""
    one_of_each = [filled(address, places) for address, _ in EVERY]
    path = filled("o/<organisation>/evaluations/<key>", places)
    sections = [f"{path}/profil/{section.key}/" for section in SECTIONS]
    return [*one_of_each, *sections, *(f"{path}/questions/{step}/" for step, _ in enumerate(STEPS, 1))]


def links(page: Page) -> list[str]:
    """The addresses of our own that the page leads to, without what follows # or ?."""
    found = page.evaluate(
        "[...document.querySelectorAll('main a[href], header a[href], footer a[href]')].map(a => a.href)"
    )
    ours = urlsplit(page.url).netloc
    return [urlsplit(each).path for each in found if urlsplit(each).netloc == ours]


def name_of(path: str) -> str:
    """The name of the view; with what tells them apart, where one view has several forms."""
    try:
        found = resolve(path)
    except Resolver404:
        return f"nothing at {path}"
    part = found.kwargs.get("step") or found.kwargs.get("section")
    return f"{found.view_name} {part}" if part else found.view_name


def looked_at(page: Page) -> tuple[int, list[str]]:
    """Light, then dark, then as narrow as a small telephone: one load for all."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    found += axe(page, only_colours=True)
    page.set_viewport_size({"width": 320, "height": 640})
    return overflow(page), found


def opened(page: Page, path: str) -> tuple[bool, str]:
    """Whether the address is a page, which the window then shows, and what is wrong with it."""
    answer = page.request.get(path)
    if not answer.ok:
        return False, "" if answer.status == ONLY_FOR_WRITING else f"{path} answers {answer.status}"
    if not answer.headers["content-type"].startswith("text/html"):
        return False, ""
    page.goto(path)
    return True, ""


def test_every_page_is_accessible(page, addresses):
    linked, others, seen, wrong = list(STARTS), list(addresses), set(NOT_PAGES), {}

    while linked or others:
        path = (linked or others).pop(0)
        name = name_of(path)
        if name in seen:
            continue
        seen.add(name)
        is_page, fault = opened(page, path)
        if is_page:
            linked += links(page)
            wrong[name] = looked_at(page)
        elif fault:
            wrong[name] = (0, [fault])

    assert {name: found for name, found in wrong.items() if found != (0, [])} == {}
    assert set(MAIN) <= wrong.keys()


@pytest.mark.parametrize("width", [320, 640])
def test_a_main_page_is_accessible_narrow_and_enlarged(page, addresses, width):
    page.set_viewport_size({"width": width, "height": width * 2})
    found = {}

    for path in addresses:
        if (name := name_of(path)) in MAIN:
            page.goto(path)
            found[name] = (overflow(page), axe(page))

    assert found == dict.fromkeys(MAIN, (0, []))
