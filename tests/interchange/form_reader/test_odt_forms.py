"""Forms that LibreOffice saved as OpenDocument texts: they read as the Word forms they come from."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from auditblanc.domain.snapshot import Level, Rating, Review, Snapshot
from auditblanc.interchange.archive import Package
from auditblanc.interchange.form_docx import write
from auditblanc.interchange.form_reader import docx_grid, odt_grid, read
from tests.conftest import DATA

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice"),
]

EXPECTED = json.loads((DATA / "fiche-remplie.expected.json").read_text(encoding="utf-8"))
NAMES = ("fiche-remplie", "fiche-remplie-libreoffice", "fiche-vierge")
ANSWERS = (
    "Une phrase.",
    "Deux lignes\n\net une vide entre elles",
    "- Questionnaire\n- Compte rendu",
    "1. Convocation\n2. Émargement",
    "Preuve\tDate\t\tLieu",
    "des  espaces   en nombre, et une\u00a0insécable",
    "<b>&amp;</b> 𝄞 é\u0301",
    "",
)


def filled(edition) -> Snapshot:
    ratings = tuple(
        Rating(
            indicator=number,
            level=Level(1 + number % 3) if number % 5 else None,
            presentation=ANSWERS[number % len(ANSWERS)],
            review=list(Review)[number % 3],
        )
        for number in edition.numbers
    )
    return Snapshot(edition=edition.id, ratings=ratings)


@pytest.fixture(scope="module")
def folder(catalogue, tmp_path_factory):
    """Each form as Word keeps it and as LibreOffice saves it; one start of LibreOffice for all."""
    path = tmp_path_factory.mktemp("formes")
    for name in NAMES:
        shutil.copy(DATA / f"{name}.docx", path)
    edition = catalogue.edition("2026-v9")
    (path / "la-notre.docx").write_bytes(write(filled(edition), edition))
    profile = f"-env:UserInstallation=file://{path}/profile"
    documents = sorted(str(each) for each in path.glob("*.docx"))
    command = ["soffice", "--headless", profile, "--convert-to", "odt", "--outdir", str(path), *documents]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path


@pytest.mark.parametrize("name", ["fiche-remplie", "fiche-remplie-libreoffice"])
def test_a_filled_form_is_read_with_its_one_doubt(folder, catalogue, name):
    reading = read((folder / f"{name}.odt").read_bytes(), catalogue)

    assert {
        str(rating.indicator): {"level": rating.level, "presentation": rating.presentation}
        for rating in reading.snapshot.ratings
    } == EXPECTED
    assert [problem.indicator for problem in reading.problems] == [20]


def test_a_blank_form_is_read_without_a_doubt(folder, catalogue):
    reading = read((folder / "fiche-vierge.odt").read_bytes(), catalogue)

    assert reading.snapshot.ratings == tuple(Rating(indicator=number) for number in range(1, 33))
    assert reading.problems == ()


def test_a_form_of_ours_keeps_its_answers(folder, catalogue):
    edition = catalogue.edition("2026-v9")

    reading = read((folder / "la-notre.odt").read_bytes(), catalogue)

    assert reading.snapshot.ratings == filled(edition).ratings
    assert reading.snapshot.edition == edition.id
    assert reading.problems == ()


@pytest.mark.parametrize("name", [*NAMES, "la-notre"])
def test_the_tables_are_those_of_the_word_form(folder, name):
    word, opened = (
        document(Package.open((folder / f"{name}.{ending}").read_bytes()))
        for document, ending in ((docx_grid.document, "docx"), (odt_grid.document, "odt"))
    )

    assert cells(opened) == cells(word)


def cells(document) -> list[list[tuple[int, int, list[str], str, bool]]]:
    """All that is said of cells, but for blanks that end a line: LibreOffice drops them."""
    rows = (row for table in document.tables for row in table.rows)
    return [[(cell.column, cell.span, lines(cell.text), cell.fill, cell.is_covered) for cell in row] for row in rows]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n")]
