"""The rows of the form: each with its indicator, or with none and then only to be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from auditblanc.interchange.form_reader.columns import Line, lines, stacked
from auditblanc.interchange.form_reader.numbers import split_number
from auditblanc.interchange.form_reader.ours import StatementCell, statement_cell
from auditblanc.interchange.form_reader.recognition import recognise
from auditblanc.interchange.form_reader.roles import Role
from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.interchange.form_reader.grid import Document, GridCell
    from auditblanc.interchange.form_reader.printed import Printed

_NO_STATEMENT = StatementCell("")
_BESIDE = (Role.EXPECTED, Role.EVIDENCE)


class FormRow(Value, frozen=True):
    """A row of the document. ``surplus`` is what the cell of the number says besides the number."""

    indicator: int | None
    line: Line
    statement: StatementCell
    surplus: str = ""
    doubt: str = ""
    is_printed: bool = True


def rows(document: Document, form: Printed) -> Iterator[FormRow]:
    """The rows with something in them, in their order; those that a person split are put together again."""
    whole: list[Line] = []
    for line in lines(document, form):
        if whole and _continues(line):
            whole[-1] = _put_together(whole[-1], line)
        else:
            whole.append(line)
    return (_row(line, form) for line in whole if not _is_blank(line))


def _continues(line: Line) -> bool:
    """The row was split: its number, or its statement where numbers have no column, stands in the row above."""
    first = line.cells.get(Role.NUMBER) or line.cells.get(Role.STATEMENT)
    return first is not None and first.is_covered and not line.is_first


def _put_together(above: Line, below: Line) -> Line:
    cells = dict(above.cells)
    for role, cell in below.cells.items():
        cells[role] = stacked(cells[role], cell) if role in cells else cell
    return Line(cells, above.extras + below.extras, above.is_first, above.is_ragged or below.is_ragged)


def _is_blank(line: Line) -> bool:
    return not any(cell.text or cell.remarks for cell in (*line.cells.values(), *line.extras))


def _row(line: Line, form: Printed) -> FormRow:
    statement = _statement(line.cells.get(Role.STATEMENT), form)
    number, surplus = _number(line.cells.get(Role.NUMBER))
    if number is None and statement.text and not form.indicators(Role.STATEMENT, statement.text):
        number, text = split_number(statement.text)
        statement = replace(statement, text=text)
    others = {role: cell.text for role, cell in line.cells.items() if role in _BESIDE}
    found = recognise(number, statement.text, others, form)
    return FormRow(found.indicator, line, statement, surplus, found.doubt, found.is_printed)


def _statement(cell: GridCell | None, form: Printed) -> StatementCell:
    if cell is None:
        return _NO_STATEMENT
    return StatementCell(cell.text) if cell.text in form.exact else statement_cell(cell.paragraphs)


def _number(cell: GridCell | None) -> tuple[int | None, str]:
    return split_number(cell.text) if cell is not None and cell.text else (None, "")
