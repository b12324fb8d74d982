"""Tell columns from what stands in them, when no header does."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.numbers import split_number
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, PRINTED_ROLES, STANDARD, Role

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.grid import Row
    from auditblanc.interchange.form_reader.printed import Printed

# What each column is for; ``None`` when that cannot be told.
Layout = tuple[Role | None, ...]

# A mark is at most this long: a column with longer texts is not one of levels.
_MARK = 5


def completed(layout: Layout, rows: tuple[Row, ...], form: Printed, previous: Layout) -> Layout:
    """``layout`` with its unknown columns told from the rows, or else taken from the table before."""
    seen = _seen(layout, rows, form)
    if len(previous) == len(seen) and all(told in (None, before) for told, before in zip(seen, previous, strict=True)):
        return previous
    if not any(seen):
        return STANDARD if len(seen) == len(STANDARD) else seen
    return _answered(seen, rows)


def _seen(layout: Layout, rows: tuple[Row, ...], form: Printed) -> Layout:
    """The columns whose cells are printed in the forms of the edition, and the one of numbers before them."""
    votes = _votes(layout, rows, form)
    seen = list(layout)
    for column, told in enumerate(votes):
        printed = [role for role, _ in told.most_common() if role in PRINTED_ROLES and role not in seen]
        seen[column] = seen[column] or next(iter(printed), None)
    first = next((column for column, role in enumerate(seen) if role in PRINTED_ROLES), 0)
    numbered = (column for column in range(first) if votes[column][Role.NUMBER] and seen[column] is None)
    if Role.NUMBER not in seen:
        for column in list(numbered)[:1]:
            seen[column] = Role.NUMBER
    return tuple(seen)


def _votes(layout: Layout, rows: tuple[Row, ...], form: Printed) -> list[Counter[Role]]:
    """How many cells of each unknown column say what it is for."""
    votes: list[Counter[Role]] = [Counter() for _ in layout]
    for cell in (cell for row in rows for cell in row if cell.column < len(layout) and cell.text):
        if layout[cell.column] is None:
            number, rest = split_number(cell.text)
            votes[cell.column].update(tuple(form.places(rest) or form.places(cell.text)))
            votes[cell.column][Role.NUMBER] += number is not None and not rest
    return votes


def _answered(seen: Layout, rows: tuple[Row, ...]) -> Layout:
    """``seen`` with the answers put in the columns left after the last printed one, in the form's order."""
    last = max((column for column, role in enumerate(seen) if role in PRINTED_ROLES), default=-1)
    free = [column for column, role in enumerate(seen) if role is None and column > last]
    answers = dict(zip(free, _answers(free, seen, rows), strict=False))
    return tuple(role or answers.get(column) for column, role in enumerate(seen))


def _answers(free: list[int], seen: Layout, rows: tuple[Row, ...]) -> tuple[Role | None, ...]:
    texts = [] if Role.PRESENTATION in seen else [Role.PRESENTATION]
    if Role.LEVEL in seen or any(role in seen for role in LEVEL_ROLES):
        return tuple(texts)
    if len(free) == 1 and texts:
        return tuple(texts)
    marked = [column for column in free if _holds_marks(column, rows)]
    if free[:3] == marked[:3] and len(marked) >= len(LEVEL_ROLES):
        return (*LEVEL_ROLES, *texts)
    if marked[:1] == free[:1] and marked:
        return (Role.LEVEL, *texts)
    return tuple(texts)


def _holds_marks(column: int, rows: tuple[Row, ...]) -> bool:
    """Most of its cells do: somebody may have typed a sentence in one of them."""
    texts = [cell.text for row in rows for cell in row if cell.column == column]
    return sum(len(text) > _MARK for text in texts) * 4 <= len(texts)
