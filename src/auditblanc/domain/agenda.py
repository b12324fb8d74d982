"""What comes on which day, all sources together: audit, certificate, gaps, actions, proofs to renew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.cycle import cycle
from auditblanc.domain.dates import in_french
from auditblanc.domain.finding_deadline import due_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.domain.action import Action
    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.finding import AuditFinding
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.rulebook import Deadlines, Rulebook

SOON = timedelta(days=14)


class DueKind(StrEnum):
    """What a day is for."""

    AUDIT = "audit"
    CERTIFICATE = "certificate"
    FINDING = "finding"
    ACTION = "action"
    CHECK = "check"
    PROOF = "proof"

    @property
    def label(self) -> str:
        return {
            "audit": "Audit",
            "certificate": "Certificat",
            "finding": "Écart",
            "action": "Action",
            "check": "Effet à vérifier",
            "proof": "Preuve à renouveler",
        }[self.value]

    @property
    def can_be_late(self) -> bool:
        """Whether something is left to do once the day is past."""
        return self not in (DueKind.AUDIT, DueKind.CERTIFICATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing and its day, or its days (``last``). ``key`` names it, the same from one time to the next.

    ``owner`` is who sees to it, as written; ``about`` is the key of the action, gap or proof that it comes from.
    """

    key: str
    kind: DueKind
    title: str
    first: date
    last: date | None = None
    owner: str = ""
    about: str = ""

    @property
    def day(self) -> date:
        """The day by which it counts: the last."""
        return self.last or self.first

    @property
    def words(self) -> str:
        """« 12 mars 2027 », « du 10 mai 2026 au 10 janvier 2027 »."""
        if self.last and self.last != self.first:
            return f"du {in_french(self.first)} au {in_french(self.last)}"
        return in_french(self.first)

    def is_late(self, today: date) -> bool:
        return self.kind.can_be_late and self.day < today

    def is_soon(self, today: date) -> bool:
        """Within fourteen days, or going on."""
        return self.day >= today and self.first <= today + SOON


def agenda(
    rules: Rulebook | None,
    profile: Profile,
    *,
    actions: Iterable[Action] = (),
    findings: Iterable[AuditFinding] = (),
    evidence: Iterable[Evidence] = (),
) -> tuple[Due, ...]:
    """Every day of an organisation, the first first. Without ``rules`` nothing is counted that the law counts."""
    found = [
        *_audit(profile),
        *(_certificate(rules, profile) if rules else ()),
        *(_findings(rules.deadlines, findings) if rules else ()),
        *_actions(actions),
        *_proofs(evidence),
    ]
    return tuple(sorted(found, key=lambda due: (due.first, due.day, tuple(DueKind).index(due.kind), due.title)))


def _audit(profile: Profile) -> Iterator[Due]:
    audit = profile.audit
    if audit.first_day:
        kind = audit.kind.label if audit.kind else "audit"
        yield Due(
            key="audit",
            kind=DueKind.AUDIT,
            title=kind[0].upper() + kind[1:],
            first=audit.first_day,
            last=audit.last_day,
        )


def _certificate(rules: Rulebook, profile: Profile) -> Iterator[Due]:
    """Source: order of 6 June 2019, articles 1 and 2 (see ``domain.cycle``)."""
    if profile.certificate is None:
        return
    dates = cycle(rules.cycle, profile.certificate)
    days = [
        ("surveillance", "Période de l’audit de surveillance", dates.surveillance),
        ("renewal", "Période conseillée de l’audit de renouvellement", dates.renewal),
    ]
    for key, title, period in days:
        if period:
            yield Due(key=key, kind=DueKind.CERTIFICATE, title=title, first=period.first, last=period.last)
    contact = "Prendre contact avec un certificateur pour le renouvellement"
    yield Due(key="contact", kind=DueKind.CERTIFICATE, title=contact, first=dates.contact_from)
    yield Due(key="expiry", kind=DueKind.CERTIFICATE, title="Expiration du certificat", first=dates.expires_on)


def _findings(rules: Deadlines, findings: Iterable[AuditFinding]) -> Iterator[Due]:
    """Source: order of 6 June 2019, article 5. Counted from the day of the audit: the certifier says from which day."""
    for each in findings:
        day, raised = due_on(rules, each), each.finding
        if each.is_open and day:
            yield Due(
                key=f"finding-{each.key}",
                kind=DueKind.FINDING,
                title=f"Écart {raised.gravity.of_a_gap} sur l’indicateur {raised.indicator}",
                first=day,
                about=each.key,
            )


def _actions(actions: Iterable[Action]) -> Iterator[Due]:
    for each in actions:
        if each.state.is_open and each.due:
            yield Due(
                key=f"action-{each.key}",
                kind=DueKind.ACTION,
                title=each.what,
                first=each.due,
                owner=each.owner,
                about=each.key,
            )
        elif not each.state.is_open and each.check_on and each.is_effective is None:
            yield Due(
                key=f"check-{each.key}",
                kind=DueKind.CHECK,
                title=each.what,
                first=each.check_on,
                owner=each.owner,
                about=each.key,
            )


def _proofs(evidence: Iterable[Evidence]) -> Iterator[Due]:
    for each in evidence:
        if each.fresh_until:
            yield Due(
                key=f"proof-{each.key}",
                kind=DueKind.PROOF,
                title=each.title,
                first=each.fresh_until,
                owner=each.holder,
                about=each.key,
            )
