"""The action plan of an organisation, and the gaps that audits raised."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from auditblanc.assessments import models
from auditblanc.domain.action import Action, ActionState, Origin, Priority
from auditblanc.domain.categories import Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def actions(organisation: int) -> tuple[Action, ...]:
    """All its actions that are not thrown away, in the order in which they were planned, in two queries."""
    links = defaultdict(list)
    for link in models.ActionIndicator.objects.filter(action__organisation=organisation):
        links[link.action_id].append(link.indicator)
    found = models.Action.objects.filter(organisation=organisation, removed_at=None)
    return tuple(action(row, links[row.pk]) for row in found.select_related("finding", "closing_evidence"))


def open_actions(organisation: int, indicator: int) -> tuple[Action, ...]:
    """What is left to do on an indicator, in one query. Its other indicators are not told."""
    still = [state.value for state in ActionState if state.is_open]
    found = models.Action.objects.filter(
        organisation=organisation, removed_at=None, state__in=still, links__indicator=indicator
    )
    return tuple(action(row, (indicator,)) for row in found.select_related("finding", "closing_evidence"))


def findings(organisation: int) -> tuple[AuditFinding, ...]:
    """All the gaps that are not thrown away, in the order of the indicators, in two queries."""
    proofs = defaultdict(list)
    for link in models.FindingEvidence.objects.filter(finding__organisation=organisation).select_related("evidence"):
        proofs[link.finding_id].append(link.evidence.key)
    found = models.Finding.objects.filter(organisation=organisation, removed_at=None)
    return tuple(finding(row, proofs[row.pk]) for row in found)


def action(row: models.Action, indicators: Iterable[int]) -> Action:
    """The action of a row, with what it cites fetched."""
    return Action(
        what=row.what,
        indicators=tuple(indicators),
        key=row.key,
        origin=Origin(row.origin),
        finding=row.finding.key if row.finding else "",
        owner=row.owner,
        due=row.due,
        priority=Priority(row.priority),
        effort=Effort(row.effort) if row.effort else None,
        cause=row.cause,
        state=ActionState(row.state),
        done_on=row.done_on,
        closing_evidence=row.closing_evidence.key if row.closing_evidence else "",
        check_on=row.check_on,
        is_effective=row.is_effective,
        check_note=row.check_note,
        every_months=row.every_months,
    )


def finding(row: models.Finding, evidence: Sequence[str]) -> AuditFinding:
    """The gap of a row; ``evidence`` are the keys of the proofs that it cites."""
    raised = Finding(
        indicator=row.indicator,
        gravity=Gravity(row.gravity),
        edition=row.edition,
        words=row.words,
        received_on=row.received_on,
    )
    return AuditFinding(
        finding=raised,
        key=row.key,
        audit_day=row.audit_day,
        site=row.site,
        cause=row.cause,
        plan=row.plan,
        evidence=tuple(evidence),
        answered_on=row.answered_on,
        lifted_on=row.lifted_on,
    )
