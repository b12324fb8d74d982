"""From a folder of proofs to the day of the audit and its answer, as a person goes it."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import expect

from tests.assessments.preview.made import pdf
from tests.browser.axe import axe
from tests.web.local.begun import begun

# As people name them: by number, by folder, by usual words; each with its own content.
NAMES = (
    *(f"Critère {1 + number % 7}/preuve {number:02}.pdf" for number in range(30)),
    *("Critère 3/Ind 11 - évaluations.pdf", "I12_relances.pdf", "CGV 2026.pdf", "IND-07_habilitation.pdf"),
    *(f"Critère 1/Ind 1 - page {number}.pdf" for number in range(6)),
)


@pytest.fixture
def at(site):
    return begun(site)


@pytest.fixture
def folder(tmp_path):
    """Forty files; the same content twice would be the same file."""
    made = tmp_path / "Preuves 2026"
    for place, name in enumerate(NAMES):
        file = made / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pdf(1) + f"\n% {place}\n".encode())
    return made


def test_a_folder_becomes_proofs_shown_on_the_day_and_a_dossier_that_verifies(page, at, folder, tmp_path):
    page.goto(f"{at}preuves/deposer/")
    page.get_by_label("Un dossier").set_input_files(folder)
    page.get_by_role("button", name="Voir ce qui est deviné").first.click()
    expect(page.get_by_role("row")).to_have_count(1 + len(NAMES))
    expect(page.get_by_text("Son nom dit l’indicateur 11.")).to_be_visible()
    page.get_by_label("État").select_option(label="Prête")
    page.get_by_role("button", name="Mettre au registre").click()

    page.goto(f"{at}indicateurs/1/")
    # « Catalogue 2027 » was there, the six pages, and the CGV of whose words the indicator was guessed.
    expect(page.locator("#preuves .proof")).to_have_count(1 + 6 + 1)

    page.goto(f"{at}audit/1/")
    # Two keys and Enter, then the proof itself: two actions from any indicator.
    page.keyboard.type("11")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=re.compile("evaluations|évaluations")).first.click()
    expect(page.get_by_role("img", name="Ind 11 - évaluations.pdf")).to_be_visible()

    page.goto(f"{at}dossier/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le dossier .zip").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        archive.extractall(tmp_path / "dossier")
    (sums,) = (tmp_path / "dossier").rglob("SHA256SUMS")
    done = subprocess.run(
        ["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=sums.parent, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert {file.name for file in sums.parent.rglob("*.pdf")} >= {"Ind 11 - évaluations.pdf", "CGV 2026.pdf"}


def test_an_action_goes_from_a_point_to_watch_to_its_proof(page, at):
    page.goto(f"{at}points-de-vigilance/")
    page.get_by_role("link", name="Planifier une action pour l’indicateur 5").click()
    page.get_by_label("Ce qu’il y a à faire").fill("Écrire les objectifs de chaque formation")
    page.get_by_role("button", name="Planifier cette action").click()
    page.get_by_role("link", name="Écrire les objectifs de chaque formation").click()
    assert axe(page) == []

    page.get_by_label("Faite", exact=True).check()
    page.get_by_label("Preuve qui la clôt").select_option(label="Catalogue 2027")
    page.get_by_role("button", name="Enregistrer l’action").click()

    row = page.get_by_role("row", name=re.compile("Écrire les objectifs"))
    expect(row).to_contain_text("Faite")


def test_the_gaps_of_a_report_are_answered_and_their_days_are_in_the_calendar(page, at):
    page.goto(f"{at}ecarts/nouveaux/")
    page.get_by_label("Premier jour de l’audit").fill("2026-11-02")
    first = page.get_by_role("group", name="Écart 1")
    first.get_by_label("Indicateur").fill("5")
    first.get_by_label("Gravité").select_option(label="Majeur")
    first.get_by_label("Ce qu’écrit l’auditeur").fill("Objectifs absents.")
    page.get_by_role("button", name="Entrer ces écarts").click()
    page.get_by_role("link", name="Indicateur 5").click()
    page.get_by_label("Cause").fill("Modèle ancien.")
    page.get_by_role("textbox", name=re.compile("^Plan")).fill("Nouveau modèle en janvier.")
    page.get_by_label("Catalogue 2027").check()
    page.get_by_role("button", name="Enregistrer l’écart").click()

    page.goto(f"{at}ecarts/")
    with page.expect_download() as download:
        page.get_by_role("link", name="La réponse en .docx").click()
    document = Document(download.value.path())
    told = "\n".join(
        [each.text for each in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert all(words in told for words in ("Objectifs absents.", "Modèle ancien.", "Nouveau modèle", "Catalogue 2027"))

    page.goto(f"{at}calendrier/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger en .ics").click()
    calendar = Calendar.from_ical(BytesIO(download.value.path().read_bytes()).read())
    assert any("Écart majeur" in str(event["SUMMARY"]) for event in calendar.walk("VEVENT"))
