"""The tables of a document as a workbook, a sheet a table. Every cell is text: nothing of it is ever read as a formula."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from auditblanc.reports.content import Document, Table

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from auditblanc.reports.content import Text

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_NAME = 31
# Of a page on its side: characters that stand in 100 shares of its width.
_CHARACTERS = 1.4
_A4 = 9


def xlsx(document: Document) -> bytes:
    """The workbook, ready to be filtered and printed."""
    out = BytesIO()
    from xlsxwriter import Workbook  # noqa: PLC0415 -- slow to import

    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": document.title})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables, start=1):
        sheet = _sheet(book, table, number, (head, cell), document.running)
        if document.mention:
            sheet.set_header(f"&C{document.mention.replace('&', '&&')}")
    if not tables:
        book.add_worksheet("Vide")
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, table: Table, number: int, looks: tuple[Format, Format], running: str) -> Worksheet:
    sheet = book.add_worksheet(f"{number}. {_FORBIDDEN.sub(' ', table.caption)}"[:_NAME])
    for place, width in enumerate(table.widths):
        sheet.set_column(place, place, width * _CHARACTERS)
        sheet.write_string(0, place, table.header[place], looks[0])
    for line, row in enumerate(table.rows, start=1):
        for place, words in enumerate(row):
            sheet.write_string(line, place, _plain(words), looks[1])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.widths) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{running.replace('&', '&&')[:80]}&R&P / &N")
    return sheet


def _plain(words: Text) -> str:
    return "".join(span.text for span in words)
