"""Which text a workbook is about: as it says, else as its statements show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.edition_file import EditionError
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.workbook.identify import texts

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition
    from auditblanc.interchange.workbook.ledger import Ledger
    from auditblanc.interchange.workbook.tables import FoundTable
    from auditblanc.interchange.workbook.trace import Trace

_UNKNOWN = "On ne reconnaît pas le texte que suit ce classeur : sa feuille « Données » manque et aucun énoncé n’est celui d’une édition connue ; donnez le classeur d’origine, rempli."


def edition_of(trace: Trace, grid: FoundTable, catalogue: Catalogue, ledger: Ledger) -> Edition:
    """The edition that the workbook follows.

    Raises:
        UnreadableFileError: it is not at hand, or nothing tells which it is.
    """
    if trace.edition:
        try:
            return catalogue.edition(trace.edition)
        except EditionError as error:
            raise UnreadableFileError(f"{error} Ajoutez le fichier de cette édition puis réessayez.") from error
    editions = [catalogue.edition(identifier) for identifier in catalogue.ids]
    scores = {edition.id: _likeness(edition, grid) for edition in editions}
    best = max(editions, key=lambda edition: scores[edition.id])
    if not scores[best.id]:
        raise UnreadableFileError(_UNKNOWN)
    ledger.say(
        f"La feuille « Données » manque ou a été changée : d’après ses énoncés, ce classeur suit le {best.title[0].lower()}{best.title[1:]} ; confirmez."
    )
    return best


def _likeness(edition: Edition, grid: FoundTable) -> int:
    """How many rows hold a statement of that edition."""
    known = {cells["statement"] for cells in texts(edition, moved=False).cells.values()}
    shown = (row.cells["statement"].text for row in grid.rows if "statement" in row.cells)
    return sum(" ".join(text.split()) in known for text in shown)
