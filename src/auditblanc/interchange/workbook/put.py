"""Put one value in one cell, as what it is."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from auditblanc.interchange.workbook.cell_text import for_xlsxwriter
from auditblanc.interchange.workbook.rows import MENTION

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from auditblanc.interchange.spreadsheet import CellValue

# Before, applications do not agree on the serial number of a day.
_FIRST_YEAR = 1901
# XlsxWriter leaves out strings longer than a cell of Excel; ours are of 20,000 characters, more once escaped.
_LONGEST = 500_000


def put(sheet: Worksheet, row: int, column: int, value: CellValue | None, look: Format) -> None:
    """Row and column from 0."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, date):
        _put_day(sheet, row, column, value, look)
    elif isinstance(value, str):
        _put_text(sheet, row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def put_worded(sheet: Worksheet, row: int, column: int, text: str, look: Format, fonts: tuple[Format, Format]) -> None:
    """A cell of the text; the mention of words of ours stands below them in its own font, the second."""
    said, mark, source = text.rpartition(MENTION)
    if not said:
        put(sheet, row, column, text, look)
    else:
        sheet.write_rich_string(row, column, fonts[0], said, fonts[1], mark + source, look)


def _put_day(sheet: Worksheet, row: int, column: int, day: date, look: Format) -> None:
    if day.year >= _FIRST_YEAR:
        sheet.write_datetime(row, column, datetime.combine(day, time()), look)
    else:
        sheet.write_string(row, column, day.isoformat(), look)


def _put_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    sheet.xls_strmax = _LONGEST
    sheet.write_string(row, column, for_xlsxwriter(text), look)
