"""Rows of a list as a workbook or as CSV: nothing of what people typed is a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int

# What a spreadsheet takes for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table: ``rows`` may be read once, row by row. ``wide``: how many columns, from the left, hold words."""

    title: str
    headings: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    wide: int = 1


def xlsx(*sheets: Sheet) -> bytes:
    """A workbook, written row by row; texts are texts whatever they begin with."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- slow to import

    buffer = io.BytesIO()
    book = Workbook(buffer, {"constant_memory": True, "in_memory": True})
    for sheet in sheets:
        _sheet(book, sheet)
    book.close()
    return buffer.getvalue()


def _sheet(book: Workbook, table: Sheet) -> None:
    sheet = book.add_worksheet(table.title)
    sheet.set_column(0, max(0, table.wide - 1), _WIDE)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, heading in enumerate(table.headings):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, cell)


def csv_file(sheet: Sheet) -> bytes:
    """Semicolons, as French spreadsheets read them; what begins as a formula has an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(sheet.headings)
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


FORMATS: dict[str, Callable[[Sheet], bytes]] = {"xlsx": xlsx, "csv": csv_file}
