"""What is under way: the open actions, and the gaps that the last audit left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.finding_deadline import standing
from auditblanc.domain.plan import in_order, is_overdue
from auditblanc.reports.content import Block, Bullets, Heading, Style, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.action import Action
    from auditblanc.domain.finding import AuditFinding
    from auditblanc.reports.chapters.subject import Subject


def actions(about: Subject) -> Iterator[Block]:
    """Nothing where nothing is under way."""
    still = [each for each in in_order(about.snapshot.actions) if each.state.is_open]
    gaps = [each for each in about.snapshot.findings if each.is_open]
    if still or gaps:
        yield Heading(1, "Plan d’actions et écarts")
    if gaps:
        yield Heading(2, "Écarts à lever")
        yield Bullets(tuple(_gap(about, each) for each in gaps))
    if still:
        yield Heading(2, "Actions en cours et à faire")
        yield Bullets(tuple(_action(about, each) for each in still))


def _gap(about: Subject, found: AuditFinding) -> Text:
    raised = found.finding
    words = standing(about.edition.rules.deadlines, found, about.today).words
    said = f" – « {raised.words} »" if raised.words else ""
    # A gap stays on the text of its audit, whose indicators may have had other titles.
    return (
        *text(f"Écart {raised.gravity.of_a_gap}, indicateur {raised.indicator}", Style.STRONG),
        *text(f"{said} – {words}."),
    )


def _action(about: Subject, each: Action) -> Text:
    numbers = f"indicateur{'s' if len(each.indicators) > 1 else ''} {', '.join(map(str, each.indicators))}"
    late = " (en retard)" if is_overdue(each, about.today) else ""
    due = f"pour le {in_french(each.due)}{late}" if each.due else "sans échéance"
    details = (numbers if each.indicators else "", each.owner, due)
    return (*text(each.what, Style.STRONG), *text(f" – {', '.join(filter(None, details))}."))
