"""A Word document as neutral tables and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import bounds
from auditblanc.interchange.form_reader.docx_geometry import PLAIN, geometries
from auditblanc.interchange.form_reader.docx_names import (
    CELL,
    CELL_PROPERTIES,
    DELETED,
    PARAGRAPH,
    ROW,
    ROW_PROPERTIES,
    TABLE,
    VALUE,
    W,
    count,
)
from auditblanc.interchange.form_reader.docx_paragraphs import collect, paragraphs
from auditblanc.interchange.form_reader.docx_parts import Parts
from auditblanc.interchange.form_reader.docx_remarks import said
from auditblanc.interchange.form_reader.docx_runs import HANDLERS, QUOTING
from auditblanc.interchange.form_reader.docx_scan import Scan, entered
from auditblanc.interchange.form_reader.grid import Document, GridCell, Remark, RemarkKind, Row, Table, joined
from auditblanc.interchange.form_reader.inline import EMPTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.archive import Package
    from auditblanc.interchange.form_reader.grid import Paragraph


def document(package: Package) -> Document:
    """The document in a Word package.

    Raises:
        UnreadableFileError: damaged, or larger than a form can be.
    """
    scan = Scan(Parts(package), HANDLERS, QUOTING)
    body = scan.parts.body()
    blocks: tuple[Table | Paragraph, ...] = ()
    if body is not None:
        scan.geometries = geometries(body)
        blocks = tuple(_blocks(body, scan))
    return Document(
        blocks=blocks,
        remarks=(*_margins(scan), *_loose_comments(scan)),
        has_tracked_changes=scan.has_tracked_changes,
        has_macros=scan.parts.has_macros,
        enclosed=scan.parts.enclosed(),
    )


def _blocks(container: etree._Element, scan: Scan) -> Iterator[Table | Paragraph]:
    """Tables and paragraphs that say something, in the order of the document."""
    free: list[Paragraph] = []
    for child in container:
        if child.tag == PARAGRAPH:
            collect(child, free, scan)
            continue
        yield from filter(_says_something, free)
        free = []
        if child.tag == TABLE:
            yield _table(child, scan)
        else:
            inside = entered(child)
            if inside is not None:
                yield from _blocks(inside, scan)
    yield from filter(_says_something, free)


def _says_something(paragraph: Paragraph) -> bool:
    return paragraph is not EMPTY


def _table(element: etree._Element, scan: Scan) -> Table:
    scan.is_in_table = True
    rows = tuple(_rows(element, scan))
    scan.is_in_table = False
    return Table(rows)


def _rows(container: etree._Element, scan: Scan) -> Iterator[Row]:
    for element in _wrapped(container, ROW, CELL):
        scan.rows += 1
        bounds.require_rows(scan.rows)
        # A cell without a row is a damaged file's: what it says is told all the same.
        row = _row(element, scan) if element.tag == ROW else (_cell(element, 0, scan),)
        if row:
            yield row


def _row(element: etree._Element, scan: Scan) -> Row:
    """The cells of a row; none when its deletion is tracked."""
    column = _first_column(element)
    if column is None:
        scan.has_tracked_changes = True
        return ()
    cells: list[GridCell] = []
    for child in _wrapped(element, CELL):
        cell = _cell(child, column, scan)
        cells.append(cell)
        column += cell.span
    bounds.require_columns(column)
    return tuple(cells)


def _first_column(row: etree._Element) -> int | None:
    """Where a row starts; ``None`` when it was deleted with changes tracked."""
    properties = next(row.iterchildren(ROW_PROPERTIES), None)
    if properties is None:
        return 0
    if properties.find(DELETED) is not None:
        return None
    before = properties.find(f"{W}gridBefore")
    return 0 if before is None else count(before.get(VALUE), 0)


def _wrapped(container: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, controls around them entered."""
    for child in container:
        if child.tag in wanted:
            yield child
        else:
            inside = entered(child)
            if inside is not None:
                yield from _wrapped(inside, *wanted)


def _cell(element: etree._Element, column: int, scan: Scan) -> GridCell:
    found: list[Paragraph] = []
    for child in element:
        if child.tag != CELL_PROPERTIES:
            collect(child, found, scan)
    lines = tuple(found)
    span, fill, is_covered = scan.geometries.get(element, PLAIN)
    return GridCell(column, span, lines, joined(lines), fill, is_covered)


def _margins(scan: Scan) -> Iterator[Remark]:
    for root in scan.parts.margins():
        lines = [line.text.strip() for line in paragraphs(root, scan)]
        yield Remark(RemarkKind.MARGIN, "\n".join(filter(None, lines)))


def _loose_comments(scan: Scan) -> Iterator[Remark]:
    """Comments that the body no longer refers to: the passage was deleted, not what was said of it."""
    for identifier, entry in scan.parts.comments.items():
        if identifier not in scan.cited_comments:
            yield Remark(RemarkKind.COMMENT, said(entry, scan))
