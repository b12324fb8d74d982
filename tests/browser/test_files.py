"""Files of proofs in a browser: dropped, pasted, looked at in two steps, and never run."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.assessments.given import PDF
from tests.assessments.hostile import EXE, HTML, SVG
from tests.assessments.preview.made import image, pdf
from tests.browser.axe import axe, overflow
from tests.web.local.begun import begun

TYPE = "application/octet-stream"


@pytest.fixture
def indicator(site):
    return f"{begun(site)}indicateurs/1/"


def given(name, data):
    return {"name": name, "mimeType": TYPE, "buffer": data}


def drop(page, *files):
    page.get_by_label("Déposer des fichiers").set_input_files([given(*each) for each in files])
    page.get_by_role("button", name="Déposer", exact=True).click()


def test_files_are_dropped_and_looked_at_in_two_steps(page, indicator):
    page.goto(indicator)
    drop(page, ("Programme.pdf", pdf(2)), ("salle.jpg", image("JPEG", (800, 600))))
    expect(page.get_by_text("2 preuves notées.")).to_be_visible()

    page.get_by_role("link", name="Programme.pdf").click()
    drawn = page.get_by_role("img", name="Page 1 sur 2")
    expect(drawn).to_be_visible()

    assert drawn.evaluate("each => each.decode().then(() => each.naturalWidth)") == 1400
    assert (axe(page), overflow(page)) == ([], 0)
    page.get_by_role("link", name="Revenir").click()
    expect(page).to_have_url(re.compile(f"{indicator}#preuves$"))


def test_what_is_pasted_waits_to_be_looked_at(page, indicator):
    page.goto(indicator)
    page.evaluate(
        "const clipboardData = new DataTransfer();"
        "clipboardData.items.add(new File(['Bonjour'], 'capture.txt'));"
        "document.body.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}))"
    )

    page.get_by_role("button", name="Déposer", exact=True).click()

    expect(page.get_by_role("link", name="capture.txt")).to_be_visible()


def test_a_program_is_refused_beside_the_field(page, indicator):
    page.goto(indicator)
    drop(page, ("facture.pdf", EXE))

    expect(page.get_by_text("« facture.pdf » est un programme")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(("name", "data"), [("page.html", HTML), ("logo.svg", SVG)], ids=["html", "svg"])
def test_what_a_browser_would_run_is_only_downloaded(page, indicator, name, data):
    heard = []
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    page.goto(indicator)
    drop(page, (name, data))
    page.get_by_role("link", name=name).click()

    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger").click()

    assert (download.value.suggested_filename, heard) == (name, [])


def test_without_scripts_a_file_is_added_replaced_and_brought_back(windows, indicator):
    page = windows.open(java_script_enabled=False)
    page.goto(indicator)
    drop(page, ("convention.pdf", PDF))
    page.get_by_role("link", name="convention", exact=True).click()

    page.get_by_text("Remplacer, revenir ou retirer").click()
    page.get_by_role("link", name="Remplacer par un nouveau fichier").click()
    page.get_by_label("Fichier").set_input_files([given("signee.pdf", PDF + b"\n")])
    page.get_by_role("button", name="Remplacer ce fichier").click()
    expect(page.get_by_text("« signee.pdf » remplace l’état d’avant, qui est gardé.")).to_be_visible()
    page.get_by_text("Remplacer, revenir ou retirer").click()
    page.get_by_role("button", name="Revenir à cet état").click()

    expect(page.get_by_role("link", name="convention.pdf").first).to_be_visible()
