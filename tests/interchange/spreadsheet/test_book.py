"""What cells hold, whoever wrote them; and what hostile workbooks cost."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.spreadsheet import Cell, Position, open_book
from tests.conftest import DATA
from tests.interchange import measured
from tests.interchange.spreadsheet import forged
from tests.strategies import filled

DAY = date(2026, 9, 12)


def values(data: bytes) -> dict[str, object]:
    (sheet,) = open_book(data).sheets
    return {place.name: cell.value for place, cell in sheet.cells.items()}


def written(*column: object) -> bytes:
    """A workbook of XlsxWriter with these values one under the other."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for row, value in enumerate(column):
            (sheet.write_string if isinstance(value, str) else sheet.write)(row, 0, value)
    return buffer.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        open_book(data)
    return str(caught.value)


@given(text=filled)
def test_a_text_comes_back_to_the_letter(text):
    assert values(written(text)) == {"A1": text}


@pytest.mark.parametrize("text", ["_x0041_", "=1+1", "12", "https://auditblanc.example"])
def test_a_text_that_looks_like_something_else_comes_back(text):
    assert values(written(text)) == {"A1": text}


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("_x0041_", "A"),
        ("a_x000d_", "a\r"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x005F_x005F_x005F_x0041_", "_x005F_x0041_"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\ud83d"),
        ("_x41_", "_x41_"),
    ],
)
def test_escaped_characters_are_decoded_once(stored, shown):
    assert values(forged.workbook(f'<row><c t="inlineStr"><is><t>{stored}</t></is></c></row>')) == {"A1": shown}


def test_kinds_of_values_are_told_apart():
    column = [1, 1.5, True, DAY, "1"]

    assert list(values(written(*column)).values()) == column


def test_a_workbook_of_openpyxl_is_read():
    book = openpyxl.Workbook()
    book.active.append(["un", 2, DAY, None, False])
    buffer = io.BytesIO()
    book.save(buffer)

    assert values(buffer.getvalue()) == {"A1": "un", "B1": 2, "C1": DAY, "E1": False}


def test_a_formula_shows_its_last_value():
    data = forged.workbook('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>a</v></c></row>')

    (sheet,) = open_book(data).sheets

    assert sheet.cells == {
        Position(1, 1): Cell(value=2, is_formula=True),
        Position(1, 2): Cell(value="a", is_formula=True),
    }


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c t="inlineStr"><is><t>a</t></is></c>', "a"),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r><rPh><t>x</t></rPh></is></c>', "a b"),
        ('<c t="s"><v>0</v></c>', "partagé"),
        ('<c t="b"><v>0</v></c>', False),
        ('<c t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="d"><v>2026-09-12</v></c>', "2026-09-12"),
        ("<c><v>1e3</v></c>", 1000),
        ("<c><v>inf</v></c>", "inf"),
        ("<c><v>12a</v></c>", "12a"),
        ('<c s="1"><v>46277</v></c>', DAY),
        ('<c s="2"><v>46277.9</v></c>', DAY),  # an hour is left out
        ('<c s="3"><v>46277</v></c>', 46277),
        ('<c s="99"><v>46277</v></c>', 46277),
        ('<c s="1"><v>-3</v></c>', -3),
    ],
)
def test_what_is_stored_is_read_as_shown(cell, value):
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d mmmm yyyy"/><numFmt numFmtId="165" formatCode="0&quot;d&quot;"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
    )

    assert values(forged.workbook(f"<row>{cell}</row>", strings="<si><t>partagé</t></si>", styles=styles)) == {
        "A1": value
    }


@pytest.mark.parametrize(
    "cell", ["<c/>", '<c t="s"><v>7</v></c>', '<c t="s"/>', '<c t="b"/>', '<c t="inlineStr"/>', '<c s="1"/>']
)
def test_a_cell_without_content_does_not_exist(cell):
    assert values(forged.workbook(f"<row>{cell}</row>")) == {}


def test_days_may_be_counted_from_1904():
    data = forged.workbook(
        '<row><c s="0"><v>44815</v></c></row>',
        styles='<cellXfs><xf numFmtId="14"/></cellXfs>',
        book=f'<workbookPr date1904="1"/><sheets>{forged.SHEET}</sheets>',
    )

    assert values(data) == {"A1": DAY}


def test_cells_that_do_not_say_where_they_stand_follow_one_another():
    data = forged.workbook(
        "<row><c><v>1</v></c><c><v>2</v></c></row>", '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>'
    )

    assert values(data) == {"A1": 1, "B1": 2, "C5": 3, "D5": 4}


def test_notes_merged_cells_and_pictures_are_told():
    data = forged.workbook(
        after='<mergeCells><mergeCell ref="B2:C4"/></mergeCells>',
        extra={
            "xl/worksheets/_rels/sheet1.xml.rels": forged.links(n="../comments1.xml", d="../drawing1.xml"),
            "xl/drawing1.xml": "<wsDr><oneCellAnchor/></wsDr>",
            "xl/comments1.xml": f'<comments xmlns="{forged.MAIN}"><commentList><comment ref="AA3"><text><r><t>à </t></r><r><t>voir</t></r></text></comment></commentList></comments>',
        },
    )

    (sheet,) = open_book(data).sheets

    assert sheet.merged == (Position(2, 2),)
    assert sheet.notes == {Position(3, 27): "à voir"}
    assert sheet.has_pictures


def test_the_empty_drawing_that_libreoffice_attaches_is_no_picture():
    data = forged.workbook(
        extra={
            "xl/worksheets/_rels/sheet1.xml.rels": forged.links(d="../drawing1.xml"),
            "xl/drawing1.xml": "<wsDr/>",
        },
    )

    (sheet,) = open_book(data).sheets

    assert not sheet.has_pictures


def test_macros_and_external_links_are_told_and_never_followed():
    book = open_book(forged.workbook(extra={"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "x"}))

    assert (book.has_macros, book.has_external_links) == (True, True)


@pytest.mark.parametrize(("place", "name"), [((1, 1), "A1"), ((3, 26), "Z3"), ((3, 27), "AA3"), ((9, 16_384), "XFD9")])
def test_positions_are_said_as_people_say_them(place, name):
    assert Position(*place).name == name


def test_another_document_is_named():
    assert refusal((DATA / "fiche-vierge.docx").read_bytes()).startswith("Ce fichier est un document Word (.docx) : ")


def test_a_workbook_without_its_sheet_is_refused():
    assert refusal(forged.workbook(extra={"xl/_rels/workbook.xml.rels": forged.links()})).startswith(
        "Ce classeur est incomplet"
    )


def test_too_many_sheets_are_refused():
    data = forged.workbook(book=f"<sheets>{forged.SHEET * 51}</sheets>")

    assert refusal(data).startswith("Ce classeur compte plus de 50 feuilles")


HOSTILE = {
    "two cells": (
        forged.workbook(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
            after='<dimension ref="A1:XFD1048576"/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        "La feuille « Feuille » a une cellule remplie bien trop loin (XFD1048576",
    ),
    "numbers of ten thousand digits": (
        forged.workbook(f'<row r="{"9" * 10_000}"><c s="{"9" * 10_000}" t="s"><v>{"9" * 10_000}</v></c></row>'),
        "",
    ),
    "a million cells": (
        forged.workbook("<row><c><v>1</v></c></row>" * 200_000, compressed=False),
        "Ce classeur est démesuré",
    ),
    "as many rows as XML may hold": (
        forged.workbook("<row><c><v>1</v></c></row>" * 80_000, compressed=False),
        "La feuille « Feuille » a une cellule remplie bien trop loin (A5001",
    ),
    "one text shown a hundred thousand times": (
        forged.workbook(
            *["<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"] * 1_500,
            strings=f"<si><t>{'x' * 20_000}</t></si>",
            compressed=False,
        ),
        "Ce classeur est démesuré",
    ),
    "ten megabytes in a cell": (
        forged.workbook(
            '<row><c t="s"><v>0</v></c></row>', strings=f"<si><t>{'x' * 9_900_000}</t></si>", compressed=False
        ),
        "Ce classeur est démesuré",
    ),
    "an entity": (
        forged.workbook(extra={"xl/styles.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
        "Ce fichier contient une déclaration de type (DOCTYPE)",
    ),
    "one part as ten sheets": (
        forged.workbook(
            "<row>" + "<c/>" * 400_000 + "</row>", book=f"<sheets>{forged.SHEET * 10}</sheets>", compressed=False
        ),
        "Ce classeur est démesuré",
    ),
    "as many empty cells as may be": (
        forged.workbook(
            "<row>" + "<c/>" * 295_000 + "</row>", book=f"<sheets>{forged.SHEET * 2}</sheets>", compressed=False
        ),
        "",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbooks_stay_within_time_and_memory(name):
    data, sentence = HOSTILE[name]

    measure = measured.run("from auditblanc.interchange.spreadsheet import open_book", "open_book(data)", data)

    assert measure.sentence.startswith(sentence)
    assert bool(measure.sentence) == bool(sentence)
    assert measure.megabytes < 300
    assert measure.seconds < 5
