"""What is ahead of a provider, in sentences: the next step of its certificate, the length of its audit, the sites seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.audit_length import audit_length
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.cycle import cycle, next_step
from auditblanc.domain.dates import in_french
from auditblanc.domain.sites import site_sample

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.domain.profile import Audit, Profile
    from auditblanc.domain.rulebook import Rulebook

NO_CERTIFICATE = "Cycle inconnu : donnez dans le profil la date de votre certificat."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """``left_out`` is what the length lacks, empty when it lacks nothing."""

    next_step: str
    length: str
    left_out: str
    sites: str


def outlook(rules: Rulebook, profile: Profile, *, today: date) -> Outlook:
    length = audit_length(rules, profile)
    return Outlook(
        next_step=_next_step(rules, profile, today),
        length=length.sentence,
        left_out=length.left_out,
        sites=site_sample(rules.sites, profile).sentence,
    )


def last_audit_on(profile: Profile) -> date | None:
    return profile.last_audit.held_on if profile.last_audit else None


def _next_step(rules: Rulebook, profile: Profile, today: date) -> str:
    if profile.certificate is None:
        return _initial_step(profile.audit, today) if profile.audit.kind is AuditKind.INITIAL else NO_CERTIFICATE
    return next_step(cycle(rules.cycle, profile.certificate), today=today, last_audit_on=last_audit_on(profile))


def _initial_step(audit: Audit, today: date) -> str:
    """Before an initial audit there is no certificate, and so no cycle yet."""
    if audit.first_day is None:
        return "L’audit initial : donnez sa date dans le profil."
    if audit.first_day >= today:
        return f"L’audit initial, le {in_french(audit.first_day)}."
    return f"L’audit initial du {in_french(audit.first_day)} est passé : donnez dans le profil la date de votre certificat."
