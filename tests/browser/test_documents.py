"""Documents in a browser: a report that says it is being prepared, a part that goes out and comes back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.axe import axe, overflow
from tests.browser.test_ratings import opened
from tests.interchange.workbook.person import edited, grid_cell


def saved(download) -> bytes:
    return Path(download.value.path()).read_bytes()


def test_a_report_says_what_became_of_it(page):
    opened(page, "Documents")
    said = []
    page.expose_function("heard", lambda words: said.append(str(words)))
    page.evaluate(
        "new MutationObserver(seen => seen.forEach(each => heard(each.target.textContent)))"
        ".observe(document.querySelectorAll('form [role=status]')[1], {childList: true})"
    )

    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger en .pdf").click()

    name = download.value.suggested_filename
    expect(page.get_by_text(f"{name} : le fichier est prêt.")).to_be_visible()
    assert (saved(download)[:5], said[0]) == (b"%PDF-", "Préparation du rapport…")


def test_without_scripts_a_report_is_downloaded_as_well(windows):
    page = opened(windows.open(java_script_enabled=False), "Documents")

    page.get_by_label("Sans les points de vigilance").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger en .docx").click()

    assert saved(download)[:2] == b"PK"


def test_a_part_goes_out_and_its_answers_come_back(windows):
    page = opened(windows.open(), "Documents")
    page.get_by_role("link", name="Confier une partie").click()
    page.get_by_label("À qui").fill("Rose")
    page.get_by_label("17. Moyens humains").check()
    page.get_by_label("Classeur Excel").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger la partie").click()

    def of_rose(book):
        cell = grid_cell(book, 17, "presentation")
        cell.value = f"{cell.value} Rose tient le registre."

    back = {"name": "rose.xlsx", "mimeType": "application/zip", "buffer": edited(saved(download), of_rose)}
    page.get_by_role("link", name="Documents").first.click()
    page.get_by_role("link", name="Reprendre son fichier").click()
    page.get_by_label("Votre fichier").set_input_files(back)
    page.get_by_role("button", name="Voir les différences").click()
    expect(page.locator("ins")).to_have_text(" Rose tient le registre.")
    looked = overflow(page), axe(page)
    page.get_by_role("button", name="Écrire ces choix").click()

    expect(page.get_by_role("status").filter(has_text="« rose.xlsx » est repris dans votre évaluation")).to_be_visible()
    assert looked == (0, [])
