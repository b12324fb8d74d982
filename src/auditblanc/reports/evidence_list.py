"""The register of proofs as a document: indicator by indicator, what is shown, of when, where it is, who has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.french import counted
from auditblanc.reports.chapters.subject import subject
from auditblanc.reports.content import Block, Paragraph, Role, Style, Table, Text, text
from auditblanc.reports.sheets import sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.reports.content import Document
    from auditblanc.reports.look import Look

TITLE = "Liste des preuves"
_HEADER = ("Preuve", "Indicateurs", "Date ou période", "Où la trouver", "Qui la détient", "État", "Fichiers")
_WIDTHS = (30, 9, 15, 16, 11, 9, 10)


def evidence_list(snapshot: Snapshot, edition: Edition, *, today: date, look: Look | None = None) -> Document:
    """One line a proof, in the order of its first indicator."""
    about = subject(snapshot, edition, today=today)
    return sheets(TITLE, about, _blocks(snapshot), look)


def _blocks(snapshot: Snapshot) -> Iterator[Block]:
    proofs = sorted(snapshot.evidence, key=lambda each: (each.indicators, each.title))
    yield Paragraph(text(f"{counted(len(proofs), 'preuve', 'preuves')}."), Role.LEAD)
    if proofs:
        yield Table(caption="Preuves", header=_HEADER, rows=tuple(_row(each) for each in proofs), widths=_WIDTHS)


def _row(item: Evidence) -> tuple[Text, ...]:
    day = in_french(item.content_date) if item.content_date else ""
    shows = text(f"\n{item.shows}", Style.QUIET) if item.shows else ()
    dossiers = text(f"\n{', '.join(each.name for each in item.dossiers)}", Style.QUIET) if item.dossiers else ()
    return (
        (*text(item.title, Style.STRONG), *shows, *dossiers),
        text(", ".join(map(str, item.indicators))),
        text("\n".join(filter(None, (day, item.period_words))) or "–"),
        text("\n".join(filter(None, (item.place, item.site))) or "–"),
        text(item.holder or "–"),
        text(item.state.label),
        text("\n".join(piece.current.name for piece in item.pieces) or "–"),
    )
