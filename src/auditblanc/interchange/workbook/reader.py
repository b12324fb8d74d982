"""Read a workbook back, whatever people did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.problems import Reading, UnreadableFileError
from auditblanc.interchange.spreadsheet import open_book
from auditblanc.interchange.workbook import lists, profile, register
from auditblanc.interchange.workbook.edition import edition_of
from auditblanc.interchange.workbook.layout import EVIDENCE, FINDINGS, GRID, PROFILE, SITES, TRACE
from auditblanc.interchange.workbook.ledger import Ledger
from auditblanc.interchange.workbook.ratings import ratings
from auditblanc.interchange.workbook.strays import say_strays
from auditblanc.interchange.workbook.tables import find
from auditblanc.interchange.workbook.trace import trace_of

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue

_NOT_OURS = "Ce classeur n’est pas un classeur d’Auditblanc : sa feuille « Grille » et ses titres de colonnes ne s’y trouvent pas ; donnez le classeur rempli, sans supprimer la ligne des titres."


def read(data: bytes, catalogue: Catalogue) -> Reading:
    """The assessment of a workbook, with every doubt.

    Raises:
        UnreadableFileError: not a workbook of ours, or one that cannot be read whole.
    """
    book = open_book(data)
    found, strangers = find(book.sheets)
    if GRID.name not in found:
        raise UnreadableFileError(_NOT_OURS)
    ledger = Ledger()
    trace = trace_of(found.get(TRACE.name))
    edition = edition_of(trace, found[GRID.name], catalogue, ledger)
    rated = ratings(found[GRID.name], edition, trace, ledger)
    proofs = register.evidence(trace.entries, lists.evidence(found.get(EVIDENCE.name), edition, ledger), ledger)
    cells = profile.answer_cells(found.get(PROFILE.name), ledger)
    sites = lists.sites(found.get(SITES.name), ledger)
    gaps = lists.findings(found.get(FINDINGS.name), ledger)
    snapshot = Snapshot(
        edition=edition.id,
        title=profile.title(cells, ledger),
        profile=profile.profile(cells, trace, sites, gaps, ledger),
        ratings=rated,
        evidence=proofs,
        actions=register.actions(trace.entries, ledger),
        findings=register.findings(trace.entries, ledger),
        updated_on=trace.updated_on,
    )
    say_strays(book, found, strangers, edition, ledger)
    return Reading(snapshot=snapshot, problems=tuple(ledger.problems))
