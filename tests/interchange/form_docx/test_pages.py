"""The form as it comes out of a word processor: pages counted and read in its PDF."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from auditblanc.domain.snapshot import Level, Rating, Review, Snapshot
from auditblanc.interchange.form_docx import write
from auditblanc.interchange.form_layout import HEADINGS

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice") or not shutil.which("pdftotext"), reason="needs LibreOffice"),
]

# The founding form, one table a page or so, comes out on 22.
FOUNDING_PAGES = 22
# What the very long answer of the filled forms takes by itself.
LONG_ANSWER_PAGES = 6


def filled(edition) -> Snapshot:
    ratings = tuple(
        Rating(
            indicator=number,
            level=Level(1 + number % 3),
            presentation=f"Preuve de l’indicateur {number}.\n" + "Procédure écrite, datée et signée. " * 8 + "Fin.",
            review=list(Review)[number % 3],
        )
        for number in edition.numbers
    )
    long = Rating(indicator=8, presentation="Une très longue réponse. " * 400 + "Fin de la longue réponse.")
    return Snapshot(edition=edition.id, ratings=tuple(long if each.indicator == 8 else each for each in ratings))


@pytest.fixture(scope="module")
def pages(catalogue, tmp_path_factory) -> dict[str, list[str]]:
    """The text of each page of each form, laid out as on paper; one start of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("formes")
    for name in ("2019-v7", "2026-v9"):
        edition = catalogue.edition(name)
        (folder / f"{name}-blank.docx").write_bytes(write(Snapshot(edition=name), edition))
        (folder / f"{name}-filled.docx").write_bytes(write(filled(edition), edition))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    documents = sorted(str(path) for path in folder.glob("*.docx"))
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *documents]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.stem: _text(path) for path in folder.glob("*.pdf")}


def _text(pdf) -> list[str]:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return printed.split("\f")[:-1]


@pytest.mark.parametrize("form", ["2019-v7-blank", "2026-v9-blank"])
def test_a_blank_form_takes_no_more_pages_than_the_founding_one(pages, form):
    assert 8 <= len(pages[form]) <= FOUNDING_PAGES


@pytest.mark.parametrize("form", ["2019-v7-filled", "2026-v9-filled"])
def test_a_filled_form_takes_no_more_pages_than_its_answers_ask_for(pages, form):
    assert 8 <= len(pages[form]) <= FOUNDING_PAGES + LONG_ANSWER_PAGES


@pytest.mark.parametrize("form", ["2019-v7-blank", "2026-v9-blank", "2026-v9-filled"])
def test_every_page_of_the_table_bears_the_criterion_and_the_header(pages, form):
    for page in pages[form][1:]:
        assert page.lstrip().startswith("Critère ")
        assert HEADINGS[0] in page
        assert HEADINGS[2] in page


def test_every_page_bears_its_number_and_the_text_it_follows(pages, catalogue):
    edition = catalogue.edition("2026-v9")
    count = len(pages["2026-v9-blank"])

    for number, page in enumerate(pages["2026-v9-blank"], start=1):
        foot = page.strip().splitlines()[-1]
        assert foot.split("  ", 1)[0] == f"{edition.title} · Textes vérifiés le {edition.checked_on:%d/%m/%Y}"
        assert foot.endswith(f"Page {number} sur {count}")


def test_a_long_answer_goes_on_over_the_page_and_is_whole(pages):
    bearing = [page for page in pages["2026-v9-filled"] if "longue réponse" in page]

    assert len(bearing) > 1
    assert "Fin de la longue" in " ".join(bearing[-1].split())


def test_no_page_is_blank(pages):
    for form in pages.values():
        for page in form:
            assert len(page.split()) > 60
