"""The pieces that the certifier asks for before an audit, as a document to hand in: what is given, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.pieces import PieceState, given_answers, pieces
from auditblanc.reports.chapters.answers import answer_words
from auditblanc.reports.chapters.cover import audit_words
from auditblanc.reports.chapters.subject import Subject, subject
from auditblanc.reports.content import Block, Document, Paragraph, Role, Style, Table, Text, text
from auditblanc.reports.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

TITLE = "Pièces à remettre avant l’audit"


def pieces_list(snapshot: Snapshot, edition: Edition, *, today: date, look: Look | None = None) -> Document:
    """A few lines on whose pieces they are, then a table of all of them."""
    about = subject(snapshot, edition, today=today)
    return Document(
        title=f"{TITLE} – {about.organisation}",
        running=f"{about.organisation} · {in_french(today)}",
        made_on=today,
        blocks=tuple(_blocks(about)),
        look=look or Look(),
    )


def _blocks(about: Subject) -> Iterator[Block]:
    profile, rules = about.snapshot.profile, about.edition.rules.pieces
    asked = pieces(rules, profile)
    certifier = profile.certificate.certifier if profile.certificate else ""
    for line in (audit_words(profile.audit), f"Organisme certificateur : {certifier}" if certifier else ""):
        if line:
            yield Paragraph(text(line))
    yield Paragraph(text(asked.sentence), Role.LEAD)
    if asked.states:
        yield Table(
            caption="Ce qui est remis, et ce qui manque",
            header=("Pièce", "Ce qui est remis", "État"),
            rows=tuple(_row(about, state) for state in asked.states),
            widths=(36, 44, 20),
        )
    if asked.sources:
        yield Paragraph(text(f"Sources : {about.cited(asked.sources)}.", Style.QUIET), Role.NOTE)


def _row(about: Subject, state: PieceState) -> tuple[Text, ...]:
    piece = text(state.piece.label)
    note = text(f"\n{state.piece.note}", Style.QUIET) if state.piece.note else ()
    answers = given_answers(about.snapshot.profile, state.piece)
    given = text("\n".join(answer_words(answer) for answer in answers))
    return (*piece, *note), given, text(state.label, Style.READY if state.is_present else Style.MISSING)
