"""The lines of a portfolio as a file: nothing of what people typed is a formula there."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from django.utils.timezone import localtime

from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from auditblanc.assessments.models import Assessment

    Cell = str | int

HEADINGS = (
    "Organisme", "Évaluation", "Texte", "Prêts", "Partiels", "Manquants", "Non évalués", "Indicateurs", "Audit", "Modifiée le",
)  # fmt: skip
# What a spreadsheet takes for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def xlsx(rows: Iterable[Assessment]) -> bytes:
    """One sheet, written row by row; texts are texts whatever they begin with."""
    from xlsxwriter import Workbook  # noqa: PLC0415 -- slow to import

    buffer = io.BytesIO()
    book = Workbook(buffer, {"constant_memory": True, "in_memory": True})
    sheet = book.add_worksheet("Portefeuille")
    sheet.set_column(0, 1, 40)
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(0, column, heading, bold)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(_cells(row)):
            if isinstance(cell, int):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, cell)
    book.close()
    return buffer.getvalue()


def csv_file(rows: Iterable[Assessment]) -> bytes:
    """Semicolons, as French spreadsheets read them; what begins as a formula has an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_harmless(cell) for cell in _cells(row)] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cells(row: Assessment) -> Iterator[Cell]:
    levels = row.levels
    yield from (row.organisation.name, str(row), row.edition)
    yield from (levels.count(str(level.value)) for level in Level)
    yield levels.count("0")
    yield len(levels)
    yield row.audit_day.isoformat() if row.audit_day else ""
    yield localtime(row.updated_at).date().isoformat()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


FORMATS: dict[str, Callable[[Iterable[Assessment]], bytes]] = {"xlsx": xlsx, "csv": csv_file}
