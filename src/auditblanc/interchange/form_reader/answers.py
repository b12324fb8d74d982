"""The answer on a row: level and text, and every doubt about the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.text import TEXT_LIMIT
from auditblanc.interchange.form_reader.legible import require_short
from auditblanc.interchange.form_reader.levels import level_of
from auditblanc.interchange.form_reader.presentation import Presentation, presentation
from auditblanc.interchange.form_reader.quotes import quoted
from auditblanc.interchange.form_reader.remarks import cell_of, told
from auditblanc.interchange.form_reader.roles import LEVEL_ROLES, Role
from auditblanc.interchange.form_reader.typed import typed_in_print
from auditblanc.interchange.form_reader.value import Value
from auditblanc.interchange.problems import Cell, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.domain.snapshot import Level
    from auditblanc.interchange.form_reader.ours import StatementCell
    from auditblanc.interchange.form_reader.printed import Printed
    from auditblanc.interchange.form_reader.rows import FormRow

# Below, all the cells of a column may well be coloured because each was ticked so.
_ROWS_OF_A_BACKGROUND = 4
_ANSWERS = frozenset((*LEVEL_ROLES, Role.LEVEL, Role.PRESENTATION))
_COVERED = "Cette cellule est fusionnée avec celle de la ligne du dessus, qui a gardé ce qui y est écrit : dites ce qui vaut pour cet indicateur."


class Answer(Value, frozen=True):
    indicator: int
    level: Level | None
    presentation: Presentation
    statement: StatementCell
    problems: tuple[Problem, ...]


def backgrounds(rows: Iterable[FormRow]) -> dict[Role, str]:
    """The colour that a column of levels has in every row: it is the form's, it says nothing."""
    cells = [row.line.cells for row in rows]
    fills = {role: [row[role].fill for row in cells if role in row] for role in LEVEL_ROLES}
    return {
        role: found[0] for role, found in fills.items() if len(found) >= _ROWS_OF_A_BACKGROUND and len(set(found)) == 1
    }


def answer(row: FormRow, indicator: int, form: Printed, colours: dict[Role, str]) -> Answer:
    """What a row says.

    Raises:
        UnreadableFileError: its text is longer than any field.
    """
    hanging = list(_hanging(row, indicator))
    found = level_of(row.line.cells, colours)
    text = presentation(row.line.cells.get(Role.PRESENTATION), indicator)
    problems = [Problem(cell=Cell.ROW, indicator=indicator, message=message) for message in _row_doubts(row)]
    problems += typed_in_print(row, indicator, form)
    problems += [Problem(cell=Cell.LEVEL, indicator=indicator, message=message) for message in found.doubts]
    return Answer(indicator, found.level, text, row.statement, (*problems, *hanging))


def _row_doubts(row: FormRow) -> Iterator[str]:
    if row.doubt:
        yield row.doubt
    if row.surplus:
        yield f"La cellule du numéro porte un texte ajouté, à reprendre à la main : {quoted(row.surplus)}."
    if row.line.is_ragged:
        yield "La ligne a moins de cellules que le tableau : vérifiez que chaque réponse est dans sa colonne."
    for cell in row.line.extras:
        if cell.text:
            yield f"Une cellule hors des colonnes de la fiche porte un texte, à reprendre à la main : {quoted(cell.text)}."


def _hanging(row: FormRow, indicator: int) -> Iterator[Problem]:
    """What hangs on cells, and answers whose cell goes on from the row above: written for both, or for one of them.

    Raises:
        UnreadableFileError: a text longer than any field.
    """
    for role, cell in row.line.cells.items():
        if len(cell.text) > TEXT_LIMIT:
            require_short(cell.text, f"Indicateur {indicator} : la cellule « {role.label} »")
        if cell.is_covered and role in _ANSWERS:
            yield Problem(cell=cell_of(role), indicator=indicator, message=_COVERED)
        if cell.remarks:
            yield from told(cell.remarks, cell_of(role), indicator)
    for cell in row.line.extras:
        yield from told(cell.remarks, Cell.ROW, indicator)
