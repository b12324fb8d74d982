"""Whether the audit that is prepared must look at an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind
from auditblanc.domain.french import listed
from auditblanc.domain.profile import LastAudit
from auditblanc.domain.referential import SurveillanceMinimum
from auditblanc.domain.verdict import Answer

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Indicator
    from auditblanc.domain.ruling import Ruling


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditScope:
    """``YES``, ``NO`` or ``UNKNOWN``, and why, as one French sentence.

    ``asks`` names the answers of the profile that are missing, dotted (``audit.kind``).
    """

    answer: Answer
    reason: str
    asks: tuple[str, ...] = ()


_WHOLE = {
    AuditKind.INITIAL: "L’audit initial examine tous les indicateurs applicables.",
    AuditKind.RENEWAL: "L’audit de renouvellement examine tous les indicateurs applicables.",
}
_KIND_MISSING = "À confirmer : dites quel audit vous préparez (initial, de surveillance ou de renouvellement)."


def audit_scope(found: Ruling, indicator: Indicator, profile: Profile) -> AuditScope:
    """Whether the audit must look at an indicator, once it is known whether it applies.

    Source: order of 6 June 2019, articles 1 and 2; FAQ of the ministry, 5. On a gap raised on an indicator that no
    longer applies the order is silent: to be confirmed.
    """
    counts = found.verdict.counts
    if counts is False and indicator.number in _gaps(profile):
        reason = "À confirmer : un écart y a été relevé au dernier audit, alors que l’indicateur ne s’applique plus."
        return AuditScope(answer=Answer.UNKNOWN, reason=reason)
    if counts is False:
        return AuditScope(answer=Answer.NO, reason="L’indicateur ne s’applique pas : aucun audit ne l’examine.")
    scope = _once_applicable(found, indicator, profile)
    if counts is None and scope.answer is Answer.YES:
        return AuditScope(answer=Answer.UNKNOWN, reason="À confirmer : il est examiné s’il s’applique.")
    return scope


def _once_applicable(found: Ruling, indicator: Indicator, profile: Profile) -> AuditScope:
    kind = profile.audit.kind
    if kind in _WHOLE:
        return AuditScope(answer=Answer.YES, reason=_WHOLE[kind])
    certain = _at_any_audit(indicator, profile)
    if certain:
        return AuditScope(answer=Answer.YES, reason=certain)
    if kind is None:
        return AuditScope(answer=Answer.UNKNOWN, reason=_KIND_MISSING, asks=("audit.kind",))
    return _beyond_the_minimum(found, indicator, profile)


def _at_any_audit(indicator: Indicator, profile: Profile) -> str:
    """Why every audit, surveillance included, looks at an indicator; empty when it depends."""
    if indicator.number in _gaps(profile):
        return "Un écart y a été relevé au dernier audit."
    if indicator.number in (profile.last_audit or LastAudit()).skipped:
        return "L’audit initial, réduit, ne l’avait pas examiné."
    if indicator.surveillance_minimum is SurveillanceMinimum.YES:
        return "Il est examiné à tout audit, surveillance comprise."
    return ""


def _beyond_the_minimum(found: Ruling, indicator: Indicator, profile: Profile) -> AuditScope:
    was_new = [
        activity.new_entrant
        for activity in profile.activities
        if found.by_category[activity.category].counts is not False
    ]
    if True in was_new:
        reason = "Nouvel entrant à l’audit initial : la surveillance examine tous les indicateurs applicables."
        return AuditScope(answer=Answer.YES, reason=reason)
    if indicator.surveillance_minimum is SurveillanceMinimum.UNKNOWN:
        reason = "À confirmer : aucune source ne dit encore si la surveillance doit l’examiner."
        return AuditScope(answer=Answer.UNKNOWN, reason=reason)
    missing = {}
    if profile.last_audit is None:
        missing["last_audit"] = "quels écarts le dernier audit a relevés"
    if None in was_new or not was_new:
        missing["activities.new_entrant"] = "si vous étiez nouvel entrant à l’audit initial"
    if missing:
        reason = f"À confirmer : dites {listed(tuple(missing.values()))}."
        return AuditScope(answer=Answer.UNKNOWN, reason=reason, asks=tuple(missing))
    return AuditScope(
        answer=Answer.NO, reason="Hors du minimum de la surveillance, et sans écart relevé au dernier audit."
    )


def _gaps(profile: Profile) -> set[int]:
    return {finding.indicator for finding in profile.last_audit.findings} if profile.last_audit else set()
