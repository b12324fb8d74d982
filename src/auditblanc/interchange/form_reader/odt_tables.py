"""Rows of OpenDocument tables on a grid: cells merged or repeated, within bounds. Source: OpenDocument 1.2, part 1, § 9."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from auditblanc.interchange.form_reader import bounds
from auditblanc.interchange.form_reader.grid import GridCell, filled
from auditblanc.interchange.form_reader.odt_names import CELL, COVERED_CELL, ROW, TABLES, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from auditblanc.interchange.form_reader.grid import Paragraph, Row
    from auditblanc.interchange.form_reader.odt_scan import Scan

    # lxml gives its element no public name.
    ReadCell = Callable[[etree._Element, Scan], list[Paragraph]]  # noqa: SLF001

_CELLS = (CELL, COVERED_CELL)
_ROWS_REPEATED, _COLUMNS_REPEATED = f"{TABLES}number-rows-repeated", f"{TABLES}number-columns-repeated"
_ROWS_SPANNED, _COLUMNS_SPANNED = f"{TABLES}number-rows-spanned", f"{TABLES}number-columns-spanned"
_STYLE_NAME = f"{TABLES}style-name"
# What a doubt says of a remark besides its text.
_REMARK_WEIGHT = 100


class _Place(NamedTuple):
    """A cell, and the columns it lies on."""

    element: etree._Element
    column: int
    span: int


class _Below(NamedTuple):
    """A cell that goes on in the next rows: how wide, and in how many of them."""

    span: int
    rows: int


def rows(table: etree._Element, scan: Scan, read: ReadCell) -> Iterator[Row]:
    """The rows of a table, their cells read by ``read``.

    Raises:
        UnreadableFileError: more rows, columns or copies than a form has.
    """
    below: dict[int, _Below] = {}
    for element in _wrapped(table):
        repeat = times(element.get(_ROWS_REPEATED))
        scan.rows += repeat
        bounds.require_rows(scan.rows)
        places = tuple(_places(element, below))
        row = tuple(_cells(places, scan, read))
        if repeat > 1:
            scan.allowance.take(sum(map(_weight, row)) * (repeat - 1))
        if row:
            yield from [row] * repeat
        below = {**dict(_going_on(below)), **dict(_starting(places))}


def _wrapped(container: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, groups entered. A cell without a row is a damaged file's: what it says is told all the same."""
    for child in container:
        if child.tag == ROW or child.tag in _CELLS:
            yield child
        else:
            yield from _wrapped(child)


def _places(row: etree._Element, below: dict[int, _Below]) -> Iterator[_Place]:
    """Where the cells of a row lie. Those that a cell to their left covers are not cells of the grid."""
    column = free = 0
    for element, is_covered in _repeated([row] if row.tag in _CELLS else row):
        # Some editors do not write the cells covered in the row.
        column = column if is_covered else max(column, free)
        if column >= free:
            known = below.get(column) if is_covered else None
            span = known.span if known else times(element.get(_COLUMNS_SPANNED))
            yield _Place(element, column, span)
            free = column + span
        column += 1
        bounds.require_columns(max(column, free))


def _repeated(row: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, bool]]:
    """The cells of a row as often as they are repeated, and whether each is covered."""
    for element in row:
        if element.tag in _CELLS:
            for _ in range(times(element.get(_COLUMNS_REPEATED))):
                yield element, element.tag == COVERED_CELL
        else:
            yield from _repeated(element)


def _cells(places: tuple[_Place, ...], scan: Scan, read: ReadCell) -> Iterator[GridCell]:
    """The cells of a row; one that is repeated is read once."""
    before: tuple[etree._Element, GridCell] | None = None
    for element, column, span in places:
        if before and before[0] is element:
            cell = replace(before[1], column=column)
            scan.allowance.take(_weight(cell))
        else:
            found = read(element, scan)
            fill = scan.parts.styles.fills.get(element.get(_STYLE_NAME) or "", "")
            cell = filled(column, span, found, fill, is_covered=element.tag == COVERED_CELL)
            before = element, cell
        yield cell


def _going_on(below: dict[int, _Below]) -> Iterator[tuple[int, _Below]]:
    for column, (span, count) in below.items():
        if count > 1:
            yield column, _Below(span, count - 1)


def _starting(places: tuple[_Place, ...]) -> Iterator[tuple[int, _Below]]:
    for element, column, span in places:
        count = times(element.get(_ROWS_SPANNED))
        if count > 1:
            yield column, _Below(span, count - 1)


def _weight(cell: GridCell) -> int:
    """What a copy of a cell adds, in characters."""
    remarks = sum(len(remark.text) + _REMARK_WEIGHT for remark in cell.remarks)
    return len(cell.text) + len(cell.paragraphs) + remarks
