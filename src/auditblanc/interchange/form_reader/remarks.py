"""Doubts about what cannot stand in a field: pictures, comments, notes, text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.quotes import quoted
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, Role
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.interchange.form_reader.grid import Remark

_CELLS = {
    Role.STATEMENT: Cell.STATEMENT,
    Role.LEVEL: Cell.LEVEL,
    Role.PRESENTATION: Cell.PRESENTATION,
    **dict.fromkeys(LEVEL_ROLES, Cell.LEVEL),
}


def cell_of(role: Role) -> Cell:
    """Where a doubt about a column lies."""
    return _CELLS.get(role, Cell.ROW)


def told(remarks: Iterable[Remark], cell: Cell, indicator: int | None = None) -> Iterator[Problem]:
    place = "Hors du tableau, il y a" if cell is Cell.FILE else "Il y a ici"
    for remark in remarks:
        said = f" : {quoted(remark.text)}." if remark.text else "."
        message = f"{place} {remark.kind.label}, à reprendre à la main{said}"
        yield Problem(cell=cell, indicator=indicator, message=message)
