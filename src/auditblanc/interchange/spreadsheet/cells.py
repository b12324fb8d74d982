"""Sheets as sparse tables: only cells that hold something exist, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

CellValue = str | int | float | bool | date


class Position(NamedTuple):
    """Row and column, both from 1."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """As people say it: « C12 »."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a cell shows. ``is_formula``: the value is the last one that the formula gave."""

    value: CellValue
    is_formula: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """``notes`` are comments by position, ``merged`` the first cells of merged ranges."""

    name: str
    cells: dict[Position, Cell]
    merged: tuple[Position, ...] = ()
    notes: dict[Position, str] = field(default_factory=dict)
    has_pictures: bool = False

    @property
    def rows(self) -> dict[int, dict[int, Cell]]:
        """The rows that hold something, top to bottom, each with its cells by column, left to right."""
        rows: dict[int, dict[int, Cell]] = {}
        for place in sorted(self.cells):
            rows.setdefault(place.row, {})[place.column] = self.cells[place]
        return rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The sheets in the order of their tabs."""

    sheets: tuple[Sheet, ...]
    has_macros: bool = False
    has_external_links: bool = False
