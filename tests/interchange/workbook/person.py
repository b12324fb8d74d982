"""A person at work on a workbook, played by openpyxl: cells by the number of their indicator and the heading of their column."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import openpyxl

from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import workbook
from auditblanc.interchange.workbook.layout import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW = 3


def edited(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook after what the person did."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def blank(catalogue, edition: str = "2026-v9") -> bytes:
    return workbook.write(Snapshot(edition=edition), catalogue.edition(edition))


def column(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[HEADING_ROW] if cell.value == heading)


def heading(sheet: str, key: str) -> str:
    return next(table for table in TABLES if table.name == sheet).column(key).heading


def grid_cell(book: Workbook, indicator: int, key: str) -> Cell:
    """The cell of an indicator in a column of the grid."""
    sheet = book["Grille"]
    numbers = column(sheet, "N°")
    row = next(row for row in range(HEADING_ROW + 1, sheet.max_row + 1) if sheet.cell(row, numbers).value == indicator)
    return sheet.cell(row, column(sheet, heading("Grille", key)))


def fill(book: Workbook, sheet: str, row: int, **values: object) -> None:
    """Type in a row of a list, the first being 1."""
    for key, value in values.items():
        book[sheet].cell(HEADING_ROW + row, column(book[sheet], heading(sheet, key))).value = value


def answer(book: Workbook, question: str, value: object) -> None:
    """Answer a question of the profile."""
    cell = next(row[0] for row in book["Profil"].iter_rows() if row[0].value == question)
    cell.offset(column=1).value = value
