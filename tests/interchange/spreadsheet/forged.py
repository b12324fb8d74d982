"""Workbooks made part by part, for what no application would write."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = '<sheet name="Feuille" r:id="a"/>'


def workbook(
    *rows: str,
    strings: str = "",
    styles: str = "",
    after: str = "",
    book: str = "<sheets>" + SHEET + "</sheets>",
    extra: dict[str, str] | None = None,
    compressed: bool = True,
) -> bytes:
    """A workbook of one sheet, « Feuille », from the XML of its rows and of its other parts."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{TYPES}">{book}</workbook>',
        "xl/_rels/workbook.xml.rels": links(a="worksheets/sheet1.xml", b="/xl/styles.xml", c="sharedStrings.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
    }
    return packed(parts | (extra or {}), zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED)


def links(**targets: str) -> str:
    kinds = {
        "sheet1": "worksheet",
        "styles": "styles",
        "sharedStrings": "sharedStrings",
        "comments1": "comments",
        "drawing1": "drawing",
    }
    entries = "".join(
        f'<Relationship Id="{key}" Type="{TYPES}/{kinds[target.rpartition("/")[2].partition(".")[0]]}" Target="{target}"/>'
        for key, target in targets.items()
    )
    return f'<Relationships xmlns="{LINKS}">{entries}</Relationships>'


def packed(parts: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()
