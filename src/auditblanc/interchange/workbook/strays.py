"""What stands in a workbook outside the cells that are read: quoted, so that nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.neutral import MENTION
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.problems import Cell
from auditblanc.interchange.workbook import guide
from auditblanc.interchange.workbook.layout import GRID, GUIDE_NAME, TABLES, TRACE
from auditblanc.interchange.workbook.ledger import quoted
from auditblanc.interchange.workbook.options import WorkbookOptions
from auditblanc.interchange.workbook.typed import as_typed
from auditblanc.interchange.workbook.words import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.spreadsheet import Book, Sheet
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundTable

_SAID_OF_WHOSE = ("organisme", "evaluation", "texte suivi", "reformulation d auditblanc", "partie", normalised(MENTION))


def say_strays(
    book: Book, found: dict[str, FoundTable], strangers: Iterable[Sheet], edition: Edition, ledger: Ledger
) -> None:
    if book.has_macros:
        ledger.say("Ce classeur contient des macros : elles ne sont ni lues ni exécutées.")
    if book.has_external_links:
        ledger.say("Ce classeur renvoie à d’autres classeurs : ces liens ne sont pas suivis.")
    for table in TABLES:
        if table.name in found:
            _say_table(found[table.name], ledger)
        elif table is not TRACE:
            ledger.say(
                f"La feuille « {table.name} » n’est plus dans le classeur, ou ses titres de colonnes ont été effacés."
            )
    for sheet in book.sheets:
        _say_sheet(sheet, found, ledger)
    for sheet in strangers:
        _say_cells(sheet, "cette feuille n’est pas du classeur", set(), ledger)
    for sheet in book.sheets:
        if normalised(sheet.name) == normalised(GUIDE_NAME):
            _say_cells(sheet, "ce texte n’est pas du classeur", _guide(edition), ledger)


def _say_table(table: FoundTable, ledger: Ledger) -> None:
    known = {normalised(table.table.title), normalised(table.table.sentence)}
    for typed in table.above:
        if normalised(typed.text) not in known:
            ledger.say(f"{typed.place} : ce texte au-dessus des titres n’est pas lu : « {quoted(typed.text)} ».")
    for key in table.missing:
        heading = table.table.column(key).heading
        ledger.say(
            f"Feuille « {table.sheet.name} » : la colonne « {heading} » n’est plus là, ou son titre a été changé."
        )


def _say_sheet(sheet: Sheet, found: dict[str, FoundTable], ledger: Ledger) -> None:
    """Notes, merged cells and pictures."""
    for place, note in sheet.notes.items():
        ledger.say(
            f"Feuille « {sheet.name} », cellule {place.name} : un commentaire y est attaché, il n’est pas repris : « {quoted(note)} ».",
            cell=Cell.FILE,
            indicator=_indicator(sheet, place.row, found),
        )
    for place in sheet.merged:
        ledger.say(
            f"Feuille « {sheet.name} » : des cellules sont fusionnées à partir de {place.name}, leur contenu n’est lu que là ; vérifiez les lignes voisines.",
            indicator=_indicator(sheet, place.row, found),
        )
    if sheet.has_pictures:
        ledger.say(f"Feuille « {sheet.name} » : une image ou un dessin s’y trouve, il n’est pas lu.")


def _indicator(sheet: Sheet, row: int, found: dict[str, FoundTable]) -> int | None:
    """The indicator of a row of the grid, as its number cell says."""
    grid = found[GRID.name]
    cells = next((found.cells for found in grid.rows if sheet is grid.sheet and found.number == row), {})
    value = cells["number"].cell.value if "number" in cells else None
    return value if isinstance(value, int) else None


def _say_cells(sheet: Sheet, why: str, known: set[str], ledger: Ledger) -> None:
    for place, cell in sheet.cells.items():
        text = as_typed(cell.value)
        if normalised(text) not in known and not normalised(text).startswith(_SAID_OF_WHOSE if known else ("\0",)):
            ledger.say(f"Feuille « {sheet.name} », cellule {place.name} : {why} ; on y lit : « {quoted(text)} ».")


def _guide(edition: Edition) -> set[str]:
    return {normalised(text) for _, text in guide.paragraphs(Snapshot(edition=edition.id), edition, WorkbookOptions())}
