"""Paragraphs of a Word document or cell, one after another, lists marked and nested tables flattened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_layout import REVIEW_STYLE, REWORDED_STYLE, SPLIT_STYLE
from auditblanc.interchange.form_reader import docx_names as names
from auditblanc.interchange.form_reader.docx_names import PARAGRAPH, PARAGRAPH_PROPERTIES, TABLE
from auditblanc.interchange.form_reader.docx_scan import entered, walk
from auditblanc.interchange.form_reader.docx_styles import Style, place_by_style, place_of
from auditblanc.interchange.form_reader.grid import Paragraph
from auditblanc.interchange.form_reader.inline import EMPTY, Line, merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Scan

_OURS = {identifier for identifier, _ in (REVIEW_STYLE, REWORDED_STYLE, SPLIT_STYLE)}


def paragraphs(container: etree._Element, scan: Scan) -> list[Paragraph]:
    """The paragraphs of a header or any other container, empty ones included."""
    found: list[Paragraph] = []
    for child in container:
        collect(child, found, scan)
    return found


def collect(block: etree._Element, found: list[Paragraph], scan: Scan) -> None:
    """Add what a block holds: a paragraph, a table to flatten, or anything that wraps these."""
    tag = block.tag
    if tag == PARAGRAPH:
        joins, scan.joins_next = scan.joins_next, False
        read = paragraph(block, scan)
        if joins and found:
            # What was joined is written anew each time.
            scan.allowance.take(len(found[-1].text) + len(found[-1].remarks))
            found[-1] = merged(found[-1], read)
        else:
            found.append(read)
    elif tag == TABLE:
        found.extend(_flattened(block, scan))
    else:
        inside = entered(block)
        for child in () if inside is None else inside:
            collect(child, found, scan)


def paragraph(element: etree._Element, scan: Scan) -> Paragraph:
    line, style, mark = Line(), "", ""
    handlers = scan.handlers
    scan.fields = []
    for child in element:
        tag = child.tag
        if tag == PARAGRAPH_PROPERTIES:
            style, mark = _looks(child, scan)
        else:
            handlers.get(tag, walk)(child, line, scan)
    return line.paragraph(style, mark) if line.pieces or line.remarks else EMPTY


def _looks(properties: etree._Element, scan: Scan) -> tuple[str, str]:
    """The style of a paragraph, by the name that a person sees where it can be told, and its list mark."""
    identifier, place = "", None
    for child in properties:
        tag = child.tag
        if tag == names.STYLE:
            identifier = child.get(names.VALUE) or ""
        elif tag == names.NUMBERING:
            place = place_of(child)
        elif tag == names.RUN_PROPERTIES and child.find(names.DELETED) is not None:
            scan.has_tracked_changes = scan.joins_next = True
    style = _style(identifier, scan)
    if place is None and style:
        place = place_by_style(scan.parts.styles, identifier)
    mark = scan.parts.lists.mark(place.identifier, place.depth) if place else ""
    scan.allowance.take(len(mark))
    return (style.name if style else identifier), mark


def _style(identifier: str, scan: Scan) -> Style | None:
    """What the file says of a style. Outside tables nobody asks, and the part may be longer than the form itself."""
    if not identifier or identifier in _OURS or not scan.is_in_table:
        return None
    return scan.parts.styles.get(identifier)


def _flattened(table: etree._Element, scan: Scan) -> Iterator[Paragraph]:
    """A table inside a cell, one paragraph a row, a tab between cells."""
    for row in table.iterchildren(names.ROW):
        cells = [paragraphs(cell, scan) for cell in row.iterchildren(names.CELL)]
        texts = [" ".join(filter(None, (each.text.strip() for each in cell))) for cell in cells]
        remarks = tuple(remark for cell in cells for each in cell for remark in each.remarks)
        if any(texts) or remarks:
            yield Paragraph("\t".join(texts).rstrip("\t"), "", remarks)
