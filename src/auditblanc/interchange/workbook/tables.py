"""Find our tables in the sheets of a workbook: sheets by their name or headings, columns by their heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.interchange.spreadsheet import Cell, Position, Sheet
from auditblanc.interchange.workbook.layout import GUIDE_NAME, TABLES, Table
from auditblanc.interchange.workbook.typed import as_typed
from auditblanc.interchange.workbook.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

# Headings stand at the top: below, a row that looks like them is an answer.
_HEADING_ROWS = 30
_LONGEST_HEADING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A cell with where it stands; ``heading`` is that of its column, empty when it has none."""

    sheet: str
    position: Position
    cell: Cell
    heading: str = ""

    @property
    def place(self) -> str:
        return f"Feuille « {self.sheet} », cellule {self.position.name}"

    @property
    def text(self) -> str:
        return as_typed(self.cell.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One row below the headings: its cells by the key of their column, and those of columns that are not ours."""

    number: int
    cells: dict[str, Typed]
    others: tuple[Typed, ...] = ()

    def typed(self, table: Table) -> tuple[Typed, ...]:
        """What a person may have typed in it: the cells that are not the text's."""
        return tuple(cell for key, cell in self.cells.items() if not table.column(key).look.is_locked) + self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """``above`` are the cells over the headings, ``missing`` the keys of the columns not found."""

    table: Table
    sheet: Sheet
    rows: tuple[FoundRow, ...]
    above: tuple[Typed, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sheet with its rows, and the first ones as headings to recognise."""

    sheet: Sheet
    rows: dict[int, dict[int, Cell]]
    headings: dict[int, dict[int, str]]


def find(sheets: Iterable[Sheet]) -> tuple[dict[str, FoundTable], tuple[Sheet, ...]]:
    """Our tables by their name, and the sheets that are none of ours. The sheet that explains is in neither."""
    left = [_candidate(sheet) for sheet in sheets if normalised(sheet.name) != normalised(GUIDE_NAME)]
    found: dict[str, FoundTable] = {}
    for by_name in (True, False):
        for table in (table for table in TABLES if table.name not in found):
            named = [sheet for sheet in left if not by_name or normalised(sheet.sheet.name) == normalised(table.name)]
            matches = [(match, sheet) for sheet in named if (match := _match(sheet, table))]
            if matches:
                found[table.name], taken = min(matches, key=lambda match: len(match[0].missing))
                left.remove(taken)
    return found, tuple(candidate.sheet for candidate in left)


def _candidate(sheet: Sheet) -> _Candidate:
    rows = sheet.rows
    return _Candidate(
        sheet=sheet,
        rows=rows,
        headings={
            number: {place: normalised(as_typed(cell.value)[:_LONGEST_HEADING]) for place, cell in cells.items()}
            for number, cells in rows.items()
            if number <= _HEADING_ROWS
        },
    )


def _match(candidate: _Candidate, table: Table) -> FoundTable | None:
    """The table as it stands in a sheet; ``None`` when the sheet does not have at least half of its headings."""
    names = {normalised(name): column.key for column in table.columns for name in (column.heading, *column.also)}
    headed = {number: _columns(cells, names) for number, cells in candidate.headings.items()}
    top = max(headed, key=lambda number: len(headed[number]), default=0)
    columns = headed.get(top, {})
    wanted = [column.key for column in table.columns if not column.optional]
    missing = tuple(key for key in wanted if key not in columns.values())
    if 2 * len(missing) > len(wanted):
        return None
    titles = {place: as_typed(cell.value) for place, cell in candidate.rows[top].items()}
    typed = {number: _typed(candidate.sheet, number, cells, titles) for number, cells in candidate.rows.items()}
    return FoundTable(
        table=table,
        sheet=candidate.sheet,
        rows=tuple(_row(number, cells, columns) for number, cells in typed.items() if number > top),
        above=tuple(cell for number, cells in typed.items() if number < top for cell in cells),
        missing=missing,
    )


def _columns(headings: dict[int, str], names: dict[str, str]) -> dict[int, str]:
    """The keys of the columns whose headings stand in a row, by place. The first of two same headings counts."""
    columns: dict[int, str] = {}
    for place, heading in headings.items():
        key = names.get(heading)
        if key and key not in columns.values():
            columns[place] = key
    return columns


def _typed(sheet: Sheet, number: int, cells: dict[int, Cell], titles: dict[int, str]) -> tuple[Typed, ...]:
    return tuple(
        Typed(sheet=sheet.name, position=Position(number, place), cell=cell, heading=titles.get(place, ""))
        for place, cell in cells.items()
    )


def _row(number: int, cells: tuple[Typed, ...], columns: dict[int, str]) -> FoundRow:
    return FoundRow(
        number=number,
        cells={columns[cell.position.column]: cell for cell in cells if cell.position.column in columns},
        others=tuple(cell for cell in cells if cell.position.column not in columns),
    )
