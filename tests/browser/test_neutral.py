"""A certification body's day, in a browser: the form goes in, is read, and comes back as it came; nothing advises on the way."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.assessments.test_reading import FORM
from tests.browser.axe import axe, overflow
from tests.browser.window import Windows
from tests.ports import free_port
from tests.web.local.started import started

PAGES = ("", "indicateurs/", "indicateurs/1/", "preuves/", "documents/", "points-de-vigilance/")


@pytest.fixture(scope="module")
def neutral(tmp_path_factory):
    folder = tmp_path_factory.mktemp("neutral") / "data"
    with started(folder, "--port", free_port(), AUDITBLANC_NEUTRAL="1") as running:
        yield running


@pytest.fixture
def page(neutral, browser):
    opened = Windows(browser, neutral)
    yield opened.open(accept_downloads=True)
    opened.close()


def test_a_form_is_read_and_given_back_as_it_came(page, tmp_path):
    (tmp_path / "fiche.docx").write_bytes(FORM)
    page.goto("/commencer/")
    page.get_by_label("Nom de votre organisme").fill("Atelier Mimosa")
    page.get_by_role("button", name="Reprendre une fiche déjà remplie").click()
    page.get_by_label("Votre fichier").set_input_files(tmp_path / "fiche.docx")
    page.get_by_role("button", name="Lire ce fichier").click()
    page.get_by_role("button", name="Reprendre ces réponses").first.click()
    expect(page.locator("#messages")).to_contain_text("est repris")
    assessment = re.match(r".*/evaluations/\w+/", page.url)[0]

    page.goto(f"{assessment}documents/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger tel quel").click()

    given_back = Path(download.value.path()).read_bytes()
    assert sha256(given_back).hexdigest() == sha256(FORM).hexdigest()
    expect(page.get_by_text(sha256(FORM).hexdigest())).to_be_visible()
    assert {path: looked_at(page, f"{assessment}{path}") for path in PAGES} == dict.fromkeys(PAGES, (0, []))


def looked_at(page, path):
    """Light, dark, and as narrow as a small telephone."""
    page.goto(path)
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    found += axe(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    wide = overflow(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return wide, found
