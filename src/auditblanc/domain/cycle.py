"""The life of a certificate: surveillance window, renewal, expiry, and what comes next on a given day.

Source: order of 6 June 2019, articles 1 and 2; FAQ of the ministry, 5. The months are edition data.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french, months_after
from auditblanc.domain.rulebook import Certainty, CycleRules

if TYPE_CHECKING:
    from auditblanc.domain.profile import Certificate

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Both days belong to it."""

    first: date
    last: date

    @property
    def words(self) -> str:
        return f"entre le {in_french(self.first)} et le {in_french(self.last)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """The dates of one certificate.

    ``surveillance`` is ``None`` when the certificate ends before its window would open. ``expiry_is_given``: the day was
    read on the certificate, not computed.
    """

    decided_on: date
    surveillance: Period | None
    contact_from: date
    renewal: Period
    expires_on: date
    expiry_is_given: bool
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


def cycle(rules: CycleRules, certificate: Certificate) -> Cycle:
    """The dates that follow from the day of the decision; the expiry that the person gives wins over the computed one."""
    expires_on = certificate.expires_on or computed_expiry(rules, certificate.decided_on)
    window = Period(
        first=months_after(certificate.decided_on, rules.surveillance_from_month),
        last=months_after(certificate.decided_on, rules.surveillance_to_month),
    )
    return Cycle(
        decided_on=certificate.decided_on,
        surveillance=window if window.first <= expires_on else None,
        contact_from=months_after(expires_on, -rules.contact_lead_months),
        renewal=Period(
            first=months_after(expires_on, -max(rules.renewal_lead_months)),
            last=months_after(expires_on, -min(rules.renewal_lead_months)),
        ),
        expires_on=expires_on,
        expiry_is_given=certificate.expires_on is not None,
        certainty=rules.certainty,
        sources=rules.sources,
        note=rules.note,
    )


def computed_expiry(rules: CycleRules, decided_on: date) -> date:
    """The day before the anniversary that ends the validity in force on the day of the decision."""
    earlier = (past.validity_months for past in rules.past_validities if decided_on < past.decided_before)
    return months_after(decided_on, next(earlier, rules.validity_months)) - _DAY


def next_step(cycle: Cycle, *, today: date, last_audit_on: date | None = None) -> str:
    """What comes next, as one French sentence; an audit held since the window opened counts as the surveillance."""
    begun = [sentence for start, sentence in _steps(cycle, last_audit_on) if start <= today]
    return begun[-1]


def _steps(cycle: Cycle, last_audit_on: date | None) -> tuple[tuple[date, str], ...]:
    """The day from which each sentence holds. A step hides those listed before it, whatever their days."""
    return (*_surveillance_steps(cycle, last_audit_on), *_renewal_steps(cycle))


def _surveillance_steps(cycle: Cycle, last_audit_on: date | None) -> tuple[tuple[date, str], ...]:
    contact = f"Préparez le renouvellement : contactez un certificateur vers le {in_french(cycle.contact_from)}."
    window = cycle.surveillance
    if window is None or (last_audit_on is not None and last_audit_on >= window.first):
        return ((date.min, contact),)
    late = f"Le délai de l’audit de surveillance s’est achevé le {in_french(window.last)} : s’il n’a pas eu lieu, contactez votre certificateur sans attendre."
    return (
        (date.min, f"L’audit de surveillance est à prévoir {window.words}."),
        (window.first, f"L’audit de surveillance doit avoir lieu au plus tard le {in_french(window.last)}."),
        (window.last + _DAY, late),
    )


def _renewal_steps(cycle: Cycle) -> tuple[tuple[date, str], ...]:
    end = in_french(cycle.expires_on)
    return (
        (
            cycle.contact_from,
            f"Contactez un certificateur : l’audit de renouvellement est conseillé {cycle.renewal.words}.",
        ),
        (
            cycle.renewal.first,
            f"L’audit de renouvellement est conseillé avant le {in_french(cycle.renewal.last)} : la décision doit être prise avant l’expiration, le {end}.",
        ),
        (
            cycle.renewal.last + _DAY,
            f"Le certificat expire le {end} et la décision de renouvellement doit être prise avant : voyez votre certificateur sans attendre.",
        ),
        (
            cycle.expires_on + _DAY,
            f"Le certificat a expiré le {end} : un nouvel audit initial est à prévoir, à confirmer avec votre certificateur.",
        ),
    )
