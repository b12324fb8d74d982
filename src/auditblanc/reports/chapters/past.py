"""What the last audit left: its gaps in the certifier's words, and what it did not look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.french import listed
from auditblanc.reports.content import Block, Heading, Paragraph, Table, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.profile import Finding, LastAudit
    from auditblanc.reports.chapters.subject import Subject


def past(about: Subject) -> Iterator[Block]:
    """Nothing when nothing is known of an earlier audit."""
    last = about.snapshot.profile.last_audit
    if last is None:
        return
    yield Heading(2, "Le dernier audit")
    yield from (Paragraph(text(sentence)) for sentence in _sentences(last))
    if last.findings:
        yield Table(
            caption="Écarts relevés",
            header=("N°", "Gravité", "Texte", "Reçu le", "Mots de l’auditeur"),
            rows=tuple(_row(finding) for finding in last.findings),
            widths=(6, 13, 12, 19, 50),
        )


def _sentences(last: LastAudit) -> Iterator[str]:
    if last.held_on:
        yield f"Tenu le {in_french(last.held_on)}."
    if not last.findings:
        yield "Aucun écart relevé."
    if last.skipped:
        yield f"Indicateurs non audités : {listed([str(number) for number in last.skipped])}."


def _row(finding: Finding) -> tuple[Text, ...]:
    received = in_french(finding.received_on) if finding.received_on else ""
    cells = (str(finding.indicator), finding.gravity.label, finding.edition, received, finding.words)
    return tuple(text(cell) for cell in cells)
