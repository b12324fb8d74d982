"""The rows of all tables, their cells by what they are for: told by the header, the table before, or the cells."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.alignment import aligned
from auditblanc.interchange.form_reader.grid import GridCell, filled
from auditblanc.interchange.form_reader.headings import headings, typed_in
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, Role
from auditblanc.interchange.form_reader.shape import Layout, completed
from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.interchange.form_reader.grid import Document, Row, Table
    from auditblanc.interchange.form_reader.headings import Heading
    from auditblanc.interchange.form_reader.printed import Printed


class Line(Value, frozen=True):
    """A row that heads nothing: its cells by what they are for, and those that are for nothing known.

    ``is_first``: it stands right below headings. ``is_ragged``: it has fewer columns than its table.
    """

    cells: dict[Role, GridCell]
    extras: tuple[GridCell, ...] = ()
    is_first: bool = False
    is_ragged: bool = False


class _Section(Value, frozen=True):
    """Rows below the headings that hold for them."""

    headings: tuple[Heading, ...]
    typed: tuple[GridCell, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """How many columns the headings or most rows take; none when there are only banners."""
        ends = [row[-1].column + row[-1].span for row in self.rows if len(row) > 1]
        usual = max(sorted(set(ends)), key=ends.count, default=0)
        return max([usual, *[each.column + each.span for each in self.headings]])


def lines(document: Document, form: Printed) -> Iterator[Line]:
    """The rows of the tables in their order. What was typed in headings makes a line of extras."""
    layout: Layout = ()
    for section in (section for table in document.tables for section in _sections(table)):
        width = section.width
        if width:
            known = _headed(section.headings, width)
            layout = known if all(known) else completed(known, section.rows, form, layout)
        if section.typed:
            yield Line({}, section.typed)
        for index, row in enumerate(section.rows):
            yield _line(row, layout, form, is_first=index == 0)


def _sections(table: Table) -> Iterator[_Section]:
    band: list[Heading] = []
    typed: list[GridCell] = []
    rows: list[Row] = []
    for row in table.rows:
        found = headings(row)
        if not found:
            rows.append(row)
            continue
        if rows:
            yield _Section(tuple(band), tuple(typed), tuple(rows))
            band, typed, rows = [], [], []
        band += found
        typed += typed_in(row)
    yield _Section(tuple(band), tuple(typed), tuple(rows))


@lru_cache(maxsize=32)
def _headed(band: tuple[Heading, ...], width: int) -> Layout:
    """What each column is for, by its headings; a lower one is more precise."""
    layout: list[Role | None] = [None] * width
    for each in _believed(band):
        layout[each.column : each.column + each.span] = _spread(each.role, each.span)
    return tuple(layout)


def _believed(band: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings, without « 1 2 3 » when they have slipped from under « Votre niveau de préparation ».

    A cell inserted in their row moves them and not the boxes: ticks would be read one level off, without a doubt.
    """
    over = next((each for each in band if each.role is Role.LEVEL and each.span == len(LEVEL_ROLES)), None)
    if over is None or all(0 <= each.column - over.column < over.span for each in band if each.role in LEVEL_ROLES):
        return band
    return tuple(each for each in band if each.role not in LEVEL_ROLES)


def _spread(role: Role, span: int) -> list[Role]:
    """The columns under a heading: « Indicateurs » stands over the number and the statement, the level over 1, 2, 3."""
    if role is Role.STATEMENT and span > 1:
        return [Role.NUMBER, *[Role.STATEMENT] * (span - 1)]
    return list(LEVEL_ROLES) if role is Role.LEVEL and span == len(LEVEL_ROLES) else [role] * span


def _line(row: Row, layout: Layout, form: Printed, *, is_first: bool) -> Line:
    if len(row) == 1:
        return Line({}, row, is_first)
    cells: dict[Role, GridCell] = {}
    extras: list[GridCell] = []
    for cell, role in _told(row, layout, form):
        if role is None:
            extras.append(cell)
        else:
            cells[role] = stacked(cells[role], cell) if role in cells else cell
    return Line(cells, tuple(extras), is_first, row[-1].column + row[-1].span < len(layout))


def _told(row: Row, layout: Layout, form: Printed) -> Iterator[tuple[GridCell, Role | None]]:
    """The cells of a row, each with what it is for."""
    if len(row) == len(layout) and row[-1].column == len(layout) - 1:
        return zip(row, layout, strict=True)
    in_order = _in_order(row, layout)
    if in_order:
        return zip(row, in_order, strict=True)
    return ((cell, _role(cell, layout)) for cell in aligned(row, layout, form))


def _in_order(row: Row, layout: Layout) -> tuple[Role, ...]:
    """What the cells are for when there is one for each heading and under it, none otherwise.

    A border that was dragged in one row cuts the columns of all others: its cells then lie under two headings.
    """
    roles = tuple(role for role, _ in groupby(layout) if role)
    under = len(row) == len(roles) and all(
        role in layout[cell.column : cell.column + cell.span] for cell, role in zip(row, roles, strict=True)
    )
    return roles if under else ()


def _role(cell: GridCell, layout: Layout) -> Role | None:
    """What a cell is for when it lies over several columns: what most of them are for."""
    roles = [role for role in layout[cell.column : cell.column + cell.span] if role]
    if len(set(roles)) > 1 and LEVEL_ROLES.keys() >= set(roles):
        return Role.LEVEL
    return max(roles, key=roles.count, default=None)


def stacked(above: GridCell, below: GridCell) -> GridCell:
    """Two cells as one, when what is for one thing was split."""
    paragraphs = [*above.paragraphs, *below.paragraphs]
    return filled(above.column, above.span, paragraphs, above.fill or below.fill, is_covered=above.is_covered)
