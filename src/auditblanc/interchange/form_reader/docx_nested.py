"""A table inside a cell as paragraphs: one a row, a tab between cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.docx_names import CELL, PARAGRAPH, ROW
from auditblanc.interchange.form_reader.docx_runs import HANDLERS
from auditblanc.interchange.form_reader.docx_scan import walk
from auditblanc.interchange.form_reader.grid import Paragraph
from auditblanc.interchange.form_reader.inline import Line

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Handler, Scan


def flattened(table: etree._Element, scan: Scan) -> list[Paragraph]:
    """The rows that say something. Tables deeper inside are flattened in their cell."""
    line, outside = Line(), (scan.handlers, scan.fields)
    scan.handlers, scan.fields = _HANDLERS, []
    walk(table, line, scan)
    scan.handlers, scan.fields = outside
    rows = [row for row in "".join(line.pieces).split("\n") if row.strip()]
    if not rows and not line.remarks:
        return []
    first, *others = rows or [""]
    return [Paragraph(first, "", tuple(line.remarks)), *map(Paragraph, others)]


def _row(element: etree._Element, line: Line, scan: Scan) -> None:
    cells = Line()
    walk(element, cells, scan)
    line.pieces += ["".join(cells.pieces).rstrip("\t"), "\n"]
    line.remarks += cells.remarks


def _cell(element: etree._Element, line: Line, scan: Scan) -> None:
    inside = Line()
    walk(element, inside, scan)
    words = "".join(inside.pieces).split("\n")
    line.pieces += [" ".join(filter(None, map(str.strip, words))), "\t"]
    line.remarks += inside.remarks


def _paragraph(element: etree._Element, line: Line, scan: Scan) -> None:
    walk(element, line, scan)
    line.pieces.append("\n")


_HANDLERS: dict[str, Handler] = {**HANDLERS, ROW: _row, CELL: _cell, PARAGRAPH: _paragraph}
