"""Pages that need no data: nothing for axe to say, in either theme, wide and narrow."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from auditblanc.web import errors
from tests.browser.axe import axe, overflow
from tests.web.local.begun import stop_link

SIZES = [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
ANSWERS = {
    "400": lambda request: errors.bad_request(request, ValueError()),
    "403": lambda request: errors.forbidden(
        request, PermissionError("Vous pouvez lire cet organisme, non le modifier.")
    ),
    "404": lambda request: errors.not_found(request, LookupError()),
    "422": lambda request: errors.unprocessable(request, "Ce fichier est protégé par un mot de passe."),
    "500": errors.server_error,
    "expired": errors.expired_page,
}


@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_the_gallery_is_accessible(windows, width, theme):
    page = windows.open(width=width, theme=theme)

    page.goto("/galerie/")

    assert (page.locator("h1").inner_text(), overflow(page), axe(page)) == ("Galerie des composants", 0, [])


@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_what_a_visitor_sees_is_accessible(windows, width, theme):
    page = windows.open(width=width, theme=theme, known=False)
    found = {}

    for path in ("/entrer/", "/accessibilite/"):
        page.goto(path)
        found[path] = (overflow(page), axe(page))
    for name, answer in ANSWERS.items():
        page.set_content(html := answer(RequestFactory().get("/")).content.decode())
        found[name] = (overflow(page), axe(page))
        assert "<h1>" in html

    assert found == dict.fromkeys(found, (0, []))


def test_at_200_percent_nothing_is_cut(windows):
    """A window of 640 pixels is one of 1280 at 200 %."""
    page = windows.open(width=640, height=450)

    page.goto("/galerie/")

    assert overflow(page) == 0


def test_the_first_tab_leads_to_the_content(page):
    page.goto("/galerie/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "contenu"


def test_a_question_opens_over_the_page_and_closes_by_key(page):
    page.goto("/galerie/")
    question = page.get_by_role("dialog", name="Supprimer cette preuve")

    page.get_by_role("link", name="Supprimer cette preuve").click()
    opened = question.is_visible()
    page.keyboard.press("Escape")

    assert (opened, question.is_visible()) == (True, False)


def test_a_level_is_chosen_by_keyboard_and_seen(page):
    page.goto("/galerie/")
    group = page.get_by_role("group", name="Niveau choisi")

    group.get_by_role("radio", name="Partiel").focus()
    page.keyboard.press("ArrowRight")

    assert group.get_by_role("radio", name="Manquant").is_checked()


def test_everything_is_six_requests_and_sixty_kilobytes(windows):
    page = windows.open()
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    page.goto("/galerie/", wait_until="networkidle")

    assert len(sizes) <= 6
    assert sum(sizes) < 60_000
    assert sizes[0] < 25_000


def test_axe_sees_what_is_wrong(page):
    page.goto("/entrer/")
    page.evaluate("document.querySelector('h1').style.color = 'rgb(200, 200, 200)'")

    assert [found.partition(":")[0] for found in axe(page)] == ["color-contrast"]


def test_an_error_page_gets_the_style_sheet(page):
    page.goto("/entrer/")
    page.set_content(errors.server_error(RequestFactory().get("/")).content.decode())

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 248, 242)"


def test_paper_is_white_and_has_nothing_to_press(windows):
    page = windows.open(theme="dark")
    page.goto("/galerie/")

    page.emulate_media(media="print")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.locator(".button:visible, .menu:visible, .skip:visible").count() == 0


def test_a_level_keeps_its_shape_when_the_reader_chooses_the_colours(windows):
    page = windows.open(forced_colors="active")

    page.goto("/galerie/")
    shapes = page.evaluate(
        """() => ["1", "2", "3"].map(level => {
            const shape = getComputedStyle(document.querySelector(`.level-${level}`), "::before");
            return [shape.backgroundColor !== "rgba(0, 0, 0, 0)", shape.backgroundImage !== "none"];
        })"""
    )

    assert shapes == [[True, False], [False, True], [False, False]]


@pytest.mark.parametrize(("width", "theme"), SIZES)
def test_the_page_that_a_letter_leads_to_is_accessible(windows, site, width, theme):
    page = windows.open(width=width, theme=theme, known=False)

    page.goto(stop_link(site))

    assert (page.locator("h1").count(), overflow(page), axe(page)) == (1, 0, [])
