"""Put the cells of a row back under their headings when one of them was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from auditblanc.interchange.form_reader.roles import PRINTED_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.interchange.form_reader.grid import Row
    from auditblanc.interchange.form_reader.printed import Printed
    from auditblanc.interchange.form_reader.shape import Layout


def aligned(row: Row, layout: Layout, form: Printed) -> Row:
    """``row`` as it is when it is as wide as its table; else its cells moved by what is printed in them."""
    missing = len(layout) - row[-1].column - row[-1].span
    anchors = dict(_anchors(row, layout, form)) if missing > 0 else {}
    if not anchors:
        return row
    last = max(anchors)
    answers = len(layout) - 1 - max(column for column, role in enumerate(layout) if role in PRINTED_ROLES)
    moves = [
        anchors[max((place for place in anchors if place <= index), default=min(anchors))] for index in range(len(row))
    ]
    if len(row) - 1 - last == answers:
        moves[last + 1 :] = [missing] * answers
    return tuple(replace(cell, column=cell.column + move) for cell, move in zip(row, moves, strict=True))


def _anchors(row: Row, layout: Layout, form: Printed) -> Iterator[tuple[int, int]]:
    """The cells known by what is printed in them: their place in the row, and how far they are from their column."""
    for place, cell in enumerate(row):
        role = next((role for role in form.places(cell.text) if role in layout), None)
        if role is not None:
            yield place, layout.index(role) - cell.column
