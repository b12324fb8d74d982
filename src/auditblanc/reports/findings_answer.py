"""The answer to the gaps of an audit, ready to be sent to the certifier: cause, plan, proof for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.plan import in_order
from auditblanc.reports.chapters.subject import subject
from auditblanc.reports.content import Block, Bullets, Document, Heading, KeyFacts, Paragraph, Role, paragraphs, text
from auditblanc.reports.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditblanc.domain.action import Action
    from auditblanc.domain.finding import AuditFinding
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.reports.content import Text

TITLE = "Réponse aux écarts"


def findings_answer(snapshot: Snapshot, edition: Edition, *, today: date, look: Look | None = None) -> Document:
    """A heading a gap that is still open, in the order of the indicators."""
    about = subject(snapshot, edition, today=today)
    return Document(
        title=f"{TITLE} – {about.organisation}",
        running=f"{about.organisation} · {in_french(today)}",
        made_on=today,
        blocks=tuple(_blocks(snapshot, about.organisation)),
        look=look or Look(),
    )


def _blocks(snapshot: Snapshot, organisation: str) -> Iterator[Block]:
    still = sorted((each for each in snapshot.findings if each.is_open), key=lambda each: each.finding.indicator)
    yield KeyFacts(tuple(_facts(snapshot, organisation, still)))
    if not still:
        yield Paragraph(text("Aucun écart n’est ouvert."), Role.LEAD)
    titles = {each.key: each.title for each in snapshot.evidence if each.key}
    for each in still:
        actions = in_order(action for action in snapshot.actions if action.finding == each.key and each.key)
        yield from _answer(each, actions, titles)


def _facts(snapshot: Snapshot, organisation: str, still: list[AuditFinding]) -> Iterator[tuple[str, Text]]:
    yield "Organisme", text(organisation)
    certificate = snapshot.profile.certificate
    if certificate and certificate.certifier:
        yield "Organisme certificateur", text(certificate.certifier)
    days = sorted({each.audit_day for each in still if each.audit_day})
    if days:
        yield "Audit", text(", ".join(in_french(day) for day in days))


def _answer(found: AuditFinding, actions: tuple[Action, ...], titles: dict[str, str]) -> Iterator[Block]:
    raised = found.finding
    yield Heading(1, f"Indicateur {raised.indicator} – écart {raised.gravity.of_a_gap}")
    if raised.words:
        yield Paragraph(text("Constat"), Role.LABEL)
        yield from paragraphs(raised.words, Role.QUOTE)
    for label, words in (("Cause", found.cause), ("Plan", found.plan)):
        yield Paragraph(text(label), Role.LABEL)
        yield from paragraphs(words or "À compléter.")
    if actions:
        yield Bullets(tuple(text(_action(each)) for each in actions))
    yield Paragraph(text("Preuves"), Role.LABEL)
    proofs = tuple(text(titles[key]) for key in found.evidence if key in titles)
    yield Bullets(proofs) if proofs else Paragraph(text("À joindre."))


def _action(action: Action) -> str:
    """« Publier les résultats (Paul, pour le 12 mars 2027, en cours) »."""
    told = (action.owner, f"pour le {in_french(action.due)}" if action.due else "", action.state.label.lower())
    return f"{action.what} ({', '.join(each for each in told if each)})"
