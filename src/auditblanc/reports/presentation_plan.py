"""The plan de présentation: what is shown for each applicable indicator, where it lies, who shows it, a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.showing import Choice, shown
from auditblanc.reports.chapters.cover import audit_words
from auditblanc.reports.chapters.subject import subject
from auditblanc.reports.content import Block, Paragraph, Role, Span, Style, Table, Text, text
from auditblanc.reports.sheets import sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.reports.chapters.subject import Subject
    from auditblanc.reports.content import Document
    from auditblanc.reports.look import Look

TITLE = "Plan de présentation"
_HEADER = ("N°", "Indicateur", "Preuves", "Où", "Qui présente", "Vu")
_WIDTHS = (5, 20, 38, 20, 13, 4)
# A row stays short enough for a page; the register holds the rest.
_PROOFS = 6


def presentation_plan(snapshot: Snapshot, edition: Edition, *, today: date, look: Look | None = None) -> Document:
    """One table, a row an indicator that applies or may; proofs with health data are not named."""
    about = subject(snapshot, edition, today=today)
    return sheets(TITLE, about, _blocks(about), look)


def _blocks(about: Subject) -> Iterator[Block]:
    yield Paragraph(text(f"{audit_words(about.snapshot.profile.audit)}."), Role.LEAD)
    rows = tuple(_row(about, found.indicator) for found in about.found if found.counts is not False)
    yield Table(caption="Ce qui est montré, indicateur par indicateur", header=_HEADER, rows=rows, widths=_WIDTHS)


def _row(about: Subject, number: int) -> tuple[Text, ...]:
    proofs = shown(about.snapshot.evidence, Choice(), number)
    holders = list(dict.fromkeys(each.holder for each in proofs if each.holder))
    return (
        text(str(number), Style.STRONG),
        text(about.edition.indicator(number).title),
        tuple(_proofs(proofs)),
        text("\n".join(_places(proofs))),
        text("\n".join(holders)),
        text("☐"),
    )


def _proofs(proofs: Sequence[Evidence]) -> Iterator[Span]:
    if not proofs:
        yield Span("Aucune preuve prête", Style.QUIET)
    for place, each in enumerate(proofs[:_PROOFS]):
        dated = f" ({in_french(each.content_date)})" if each.content_date else ""
        yield Span(f"{'' if place == 0 else chr(10)}{each.title}{dated}")
    if len(proofs) > _PROOFS:
        yield Span(f"\net {len(proofs) - _PROOFS} autres au registre", Style.QUIET)


def _places(proofs: Sequence[Evidence]) -> Iterator[str]:
    """Each place once, in the order of the proofs."""
    places = (each.place or ("Auditblanc" if each.pieces else "") for each in proofs[:_PROOFS])
    return iter(dict.fromkeys(place for place in places if place))
