"""The doubts of one reading, in the order in which they were met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from auditblanc.domain.text import TEXT_LIMIT, TextError, readable
from auditblanc.interchange.problems import Cell, Problem, UnreadableFileError
from auditblanc.interchange.workbook.words import DoubtError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditblanc.interchange.spreadsheet import CellValue
    from auditblanc.interchange.workbook.tables import Typed

T = TypeVar("T")


class Ledger:
    """Understands cells; what it cannot understand, it quotes in a doubt, so that nothing typed is lost."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def say(self, message: str, *, cell: Cell = Cell.FILE, indicator: int | None = None) -> None:
        self.problems.append(Problem(cell=cell, message=message, indicator=indicator))

    def take(
        self,
        typed: Typed | None,
        understand: Callable[[CellValue], Any],
        *,
        otherwise: Any = None,
        cell: Cell = Cell.ROW,
        indicator: int | None = None,
    ) -> Any:
        """What a cell says; ``otherwise`` when it is empty or not understood.

        Raises:
            UnreadableFileError: the cell holds more than any field does.
        """
        if typed is None or not typed.text.strip():
            return otherwise
        _require_bearable(typed, indicator)
        if typed.cell.is_formula:
            self.say(
                f"{typed.place} : une formule s’y trouve, sa dernière valeur « {quoted(typed.text)} » est lue ; vérifiez-la.",
                cell=cell,
                indicator=indicator,
            )
        try:
            return understand(typed.cell.value)
        except DoubtError as doubt:
            self.say(f"{typed.place} : « {quoted(typed.text)} » {doubt}.", cell=cell, indicator=indicator)
        except TextError as error:
            self.say(f"{typed.place} : {error} Texte tapé : « {quoted(typed.text)} ».", cell=cell, indicator=indicator)
        return otherwise

    def attempt(
        self, build: Callable[[], T], *, otherwise: T, typed: Iterable[Typed], indicator: int | None = None
    ) -> T:
        """What ``build`` makes; when its values cannot stand together, ``otherwise``, and they are quoted."""
        try:
            return build()
        except ValueError as error:
            self.say(f"{error} {row_quoted(typed)}", cell=Cell.ROW, indicator=indicator)
            return otherwise


def quoted(text: str) -> str:
    """A text as it can stand in a sentence whatever a person typed."""
    return readable(text).strip()


def row_quoted(typed: Iterable[Typed]) -> str:
    """Everything that cells hold, as a sentence."""
    cells = [cell for cell in typed if cell.text.strip()]
    held = " ; ".join(f"{cell.heading or cell.position.name} : « {quoted(cell.text)} »" for cell in cells)
    return f"Tapé : {held}." if held else ""


def _require_bearable(typed: Typed, indicator: int | None) -> None:
    length = len(typed.text.strip())
    if length > TEXT_LIMIT:
        about = f"Indicateur {indicator}, {typed.place[0].lower()}{typed.place[1:]}" if indicator else typed.place
        raise UnreadableFileError(
            f"{about} : le texte compte {length} caractères, la limite est de 20 000 ; raccourcissez-le ou joignez un document, puis réessayez."
        )
