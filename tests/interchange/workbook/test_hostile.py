"""Workbooks that are not ours, or made to harm: one sentence, little time, little memory."""

from __future__ import annotations

import io

import openpyxl
import pytest

from auditblanc.domain.catalogue import load
from auditblanc.interchange import workbook
from auditblanc.interchange.problems import UnreadableFileError
from tests.conftest import DATA
from tests.interchange import measured
from tests.interchange.spreadsheet import forged
from tests.interchange.workbook.person import blank, edited

CALL = "workbook.read(data, load())"
IMPORTS = "from auditblanc.domain.catalogue import load\nfrom auditblanc.interchange import workbook"
CATALOGUE = load()


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        workbook.read(data, CATALOGUE)
    return str(caught.value)


def another_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Date", "Montant"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide"),
        (b"%PDF-1.4", "Ce fichier est un document PDF"),
        ((DATA / "fiche-vierge.docx").read_bytes(), "Ce fichier est un document Word (.docx)"),
        (blank(CATALOGUE)[:9_000], "Ce fichier est abîmé ou incomplet"),
        (another_workbook(), "Ce classeur n’est pas un classeur d’Auditblanc"),
        (edited(blank(CATALOGUE), lambda book: book.remove(book["Grille"])), "Ce classeur n’est pas un classeur"),
        (edited(blank(CATALOGUE), lambda book: book["Grille"].delete_rows(3)), "Ce classeur n’est pas un classeur"),
    ],
    ids=["empty", "PDF", "Word", "truncated", "another", "without its grid", "without its headings"],
)
def test_what_is_not_a_workbook_of_ours_gets_one_sentence(data, sentence):
    assert refusal(data).startswith(sentence)


def test_a_workbook_on_an_edition_not_at_hand_says_so():
    def rename(book):
        next(row for row in book["Données"].iter_rows() if row[1].value == "édition")[2].value = "2031-v12"

    assert refusal(edited(blank(CATALOGUE), rename)) == (
        "L’édition « 2031-v12 » n’existe pas. Éditions disponibles : 2019-v7, 2019-v9, 2026-v9. Ajoutez le fichier de cette édition puis réessayez."
    )


def test_a_workbook_that_tells_nothing_of_its_text_is_refused():
    def erase(book):
        del book["Données"]
        for row in book["Grille"].iter_rows(min_row=4, min_col=4, max_col=4):
            row[0].value = None

    assert refusal(edited(blank(CATALOGUE), erase)).startswith("On ne reconnaît pas le texte que suit ce classeur")


def with_cell(reference: str) -> bytes:
    """A blank workbook with one cell filled far away."""

    def work(book):
        book["Grille"][reference] = "loin"

    return edited(blank(CATALOGUE), work)


def headed(rows: int, text: str) -> bytes:
    """A grid with as many rows as given, the same text in every column, and no technical sheet."""
    headings = "".join(
        f'<c t="inlineStr"><is><t>{heading}</t></is></c>'
        for heading in ("Critère", "N°", "Titre", "Énoncé", "Niveau attendu", "Niveau", "Présentation", "Motif")
    )
    row = "<row>" + '<c t="s"><v>0</v></c>' * 8 + "</row>"
    return forged.workbook(f"<row>{headings}</row>", *[row] * rows, strings=f"<si><t>{text}</t></si>", compressed=False)


@pytest.mark.parametrize(
    ("forge", "sentence"),
    [
        (lambda: with_cell("XFD1048576"), "La feuille « Grille » a une cellule remplie bien trop loin (XFD1048576"),
        (lambda: with_cell("A5001"), "La feuille « Grille » a une cellule remplie bien trop loin (A5001"),
        (lambda: headed(4_900, "é" * 120), "On ne reconnaît pas le texte que suit ce classeur"),
        (lambda: headed(4_900, "é" * 20_000), "Ce classeur est démesuré"),
    ],
    ids=["two cells", "one row too many", "as much as may be", "more than may be"],
)
def test_hostile_workbooks_are_refused_within_time_and_memory(forge, sentence):
    measure = measured.run(IMPORTS, CALL, forge())

    assert measure.sentence.startswith(sentence)
    assert measure.megabytes < 300
    assert measure.seconds < 5


def test_the_longest_workbook_with_doubts_everywhere_is_read_within_time_and_memory():
    def scribble(book):
        sheet = book["Grille"]
        for row in range(4, 4_990):
            for place in range(1, 12):
                sheet.cell(row, place).value = f"{row} {place} " + "é" * 60

    measure = measured.run(IMPORTS, CALL, edited(blank(CATALOGUE), scribble))

    assert measure.sentence == ""
    assert measure.megabytes < 300
    assert measure.seconds < 5
