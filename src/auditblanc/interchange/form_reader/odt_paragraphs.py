"""Paragraphs of an OpenDocument body or cell, one after another, lists marked and nested tables flattened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.grid import Paragraph
from auditblanc.interchange.form_reader.inline import EMPTY, Line
from auditblanc.interchange.form_reader.odt_names import (
    HEADING,
    LIST,
    LIST_HEADER,
    LIST_ITEM,
    OFFICE,
    PARAGRAPH,
    STYLE_NAME,
    TABLE,
    TEXT,
    TRACKED,
)
from auditblanc.interchange.form_reader.odt_runs import draw_signs
from auditblanc.interchange.form_reader.odt_scan import walk
from auditblanc.interchange.form_reader.odt_tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.form_reader.odt_lists import Numbering
    from auditblanc.interchange.form_reader.odt_scan import Scan

# What was deleted, what lies behind the controls, and the patterns that tables of contents are made from.
UNSEEN = {TRACKED, f"{OFFICE}forms"} | {
    f"{TEXT}{name}-source"
    for name in ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "bibliography")
}


def paragraphs(container: etree._Element, scan: Scan) -> list[Paragraph]:
    """The paragraphs of a cell or any other container, empty ones included."""
    found: list[Paragraph] = []
    for child in container:
        collect(child, found, scan)
    return found


def collect(block: etree._Element, found: list[Paragraph], scan: Scan) -> None:
    """Add what a block holds: a paragraph, a list, a table to flatten, a drawing, or anything that wraps these."""
    tag = block.tag
    if tag in (PARAGRAPH, HEADING):
        found.append(paragraph(block, scan))
    elif tag == LIST:
        _collect_list(block, None, found, scan)
    elif tag == TABLE:
        found.extend(_flattened(block, scan))
    elif tag in scan.handlers:
        found.append(_loose(block, scan))
    elif tag not in UNSEEN:
        for child in block:
            collect(child, found, scan)


def paragraph(element: etree._Element, scan: Scan, mark: str = "") -> Paragraph:
    if not len(element) and not element.text:
        return EMPTY
    line, style = Line(), element.get(STYLE_NAME) or ""
    scan.after_blank = True
    walk(element, line, scan)
    draw_signs(line, 0, style, scan)
    return line.paragraph(scan.parts.styles.shown.get(style, style), mark)


def _loose(element: etree._Element, scan: Scan) -> Paragraph:
    """What hangs on a page or on a cell, and on no paragraph."""
    line = Line()
    scan.handlers[element.tag](element, line, scan)
    return line.paragraph()


def _collect_list(element: etree._Element, outer: Numbering | None, found: list[Paragraph], scan: Scan) -> None:
    numbering = scan.parts.lists.open(element, outer)
    for item in element.iterchildren(LIST_ITEM, LIST_HEADER):
        is_first = item.tag == LIST_ITEM
        for child in item:
            if child.tag == LIST:
                _collect_list(child, numbering, found, scan)
            elif is_first and child.tag in (PARAGRAPH, HEADING):
                found.append(_marked(child, numbering.mark(item), scan))
                is_first = False
            else:
                collect(child, found, scan)


def _marked(element: etree._Element, mark: str, scan: Scan) -> Paragraph:
    scan.allowance.take(len(mark))
    return paragraph(element, scan, mark)


def _flattened(table: etree._Element, scan: Scan) -> Iterator[Paragraph]:
    """A table inside a cell, one paragraph a row, a tab between cells."""
    for row in rows(table, scan, paragraphs):
        texts = [" ".join(filter(None, (each.text.strip() for each in cell.paragraphs))) for cell in row]
        remarks = tuple(remark for cell in row for each in cell.paragraphs for remark in each.remarks)
        if any(texts) or remarks:
            yield Paragraph("\t".join(texts).rstrip("\t"), "", remarks)
