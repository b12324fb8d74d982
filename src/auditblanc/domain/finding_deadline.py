"""By when a gap of a real audit is dealt with, and where one is with it.

Source: order of 6 June 2019, article 5; FAQ of the ministry, 3. The months are edition data; the delay to send the plan is
the certifier's own, and nothing here counts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Gravity
from auditblanc.domain.dates import in_french, months_after
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.finding import AuditFinding
    from auditblanc.domain.rulebook import Deadlines

# At least so many minor gaps are a major one.
MINORS_OF_A_MAJOR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one is with a gap on a day. ``due`` is ``None`` while the day of the audit is not told."""

    due: date | None
    days_left: int | None
    is_late: bool
    words: str


def due_on(rules: Deadlines, finding: AuditFinding) -> date | None:
    """The last day, counted from the audit: the certifier says from which day it runs."""
    if finding.audit_day is None:
        return None
    months = rules.major_months if finding.finding.gravity is Gravity.MAJOR else rules.minor_months
    return months_after(finding.audit_day, months)


def standing(rules: Deadlines, finding: AuditFinding, today: date) -> Standing:
    due = due_on(rules, finding)
    left = (due - today).days if due and finding.is_open else None
    return Standing(due=due, days_left=left, is_late=left is not None and left < 0, words=_words(finding, left))


def _words(finding: AuditFinding, left: int | None) -> str:
    if finding.lifted_on:
        return f"Levé le {in_french(finding.lifted_on)}"
    answered = f"Répondu le {in_french(finding.answered_on)}" if finding.answered_on else "À répondre"
    if left is None:
        return answered
    if left < 0:
        return f"{answered}, délai dépassé de {counted(-left, 'jour', 'jours')}"
    return f"{answered}, {counted(left, 'jour restant', 'jours restants')}"


def minors_as_major(findings: Iterable[AuditFinding]) -> str:
    """Said when open minor gaps of one audit are many enough to count as a major one; empty else."""
    by_audit: dict[date | None, int] = {}
    for each in findings:
        if each.is_open and each.finding.gravity is Gravity.MINOR:
            by_audit[each.audit_day] = by_audit.get(each.audit_day, 0) + 1
    most = max(by_audit.values(), default=0)
    if most < MINORS_OF_A_MAJOR:
        return ""
    return f"{most} écarts mineurs du même audit sont ouverts : à partir de {MINORS_OF_A_MAJOR}, ils comptent ensemble pour un écart majeur."
