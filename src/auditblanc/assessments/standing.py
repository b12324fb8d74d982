"""Where an assessment stands, all rules together: what its first page and its points to watch are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments.applicable import applicable
from auditblanc.domain.applicability import Applicability
from auditblanc.domain.applicability_summary import Summary, summary
from auditblanc.domain.cycle import Cycle, cycle
from auditblanc.domain.dates import in_french
from auditblanc.domain.edition_choice import EditionChoice, choose
from auditblanc.domain.fixes import FirstFixes, first_fixes
from auditblanc.domain.forecast import Forecast, forecast
from auditblanc.domain.french import counted, listed
from auditblanc.domain.missing_answers import MissingAnswer, missing_answers
from auditblanc.domain.next_steps import Step, next_steps
from auditblanc.domain.outlook import Outlook, outlook
from auditblanc.domain.progress import Progress, progress

if TYPE_CHECKING:
    from datetime import date

    from auditblanc.assessments.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """``choice`` is the text that the day of the audit calls for, ``None`` while there is no day.

    ``cycle`` is ``None`` while there is no certificate.
    """

    found: tuple[Applicability, ...]
    summary: Summary
    progress: Progress
    forecast: Forecast
    fixes: tuple[FirstFixes, ...]
    steps: tuple[Step, ...]
    outlook: Outlook
    cycle: Cycle | None
    choice: EditionChoice | None
    missing: tuple[MissingAnswer, ...]

    @property
    def sentence(self) -> str:
        """« 25 indicateurs évalués sur 28 applicables, dont 3 discutés ; 2 restent à confirmer. »"""
        told = self.progress.total.sentence.rstrip(".")
        disputed, waiting = self.summary.disputed, self.summary.to_confirm
        doubt = f", dont {counted(disputed, 'discuté', 'discutés')}" if disputed else ""
        rest = f" ; {counted(waiting, 'reste', 'restent')} à confirmer" if waiting else ""
        return f"{told}{doubt}{rest}."

    @property
    def left(self) -> str:
        """What a bridge left to do: « 3 indicateurs à revoir, 1 nouveau. »; empty when nothing."""
        total = self.progress.total
        told = (
            counted(total.look_again, "indicateur à revoir", "indicateurs à revoir") if total.look_again else "",
            counted(total.new, "indicateur nouveau", "indicateurs nouveaux") if total.new else "",
        )
        words = listed([each for each in told if each])
        return f"{words[0].upper()}{words[1:]}." if words else ""


def standing(desk: Desk, *, today: date) -> Standing:
    """Pure arithmetic on what the desk holds: no query."""
    edition, snapshot = desk.edition, desk.snapshot
    found = applicable(snapshot)
    points = forecast(edition, snapshot, found)
    certificate = snapshot.profile.certificate
    return Standing(
        found=found,
        summary=summary(found),
        progress=progress(edition, snapshot, found),
        forecast=points,
        fixes=first_fixes(edition, snapshot, points),
        steps=next_steps(edition, snapshot, points),
        outlook=outlook(edition.rules, snapshot.profile, today=today),
        cycle=cycle(edition.rules.cycle, certificate) if certificate else None,
        choice=_choice(desk),
        missing=missing_answers(edition, snapshot.profile, found),
    )


def _choice(desk: Desk) -> EditionChoice | None:
    audit = desk.snapshot.profile.audit
    if audit.first_day is None:
        return None
    return choose(desk.catalogue, audit.first_day, audit.last_day, referential=desk.edition.referential)


def dates(desk: Desk, stands: Standing) -> tuple[tuple[str, str], ...]:
    """The day of the audit, its text, and the cycle, each with its name; what is not known is left out."""
    audit, around = desk.snapshot.profile.audit, stands.cycle
    days = {
        "Premier jour": in_french(audit.first_day) if audit.first_day else "À confirmer",
        "Nature": audit.kind.label.capitalize() if audit.kind else "À confirmer",
        "Texte": desk.edition.title,
        "Prochaine étape": stands.outlook.next_step,
        "Surveillance": around.surveillance.words if around and around.surveillance else "",
        "Renouvellement": around.renewal.words if around else "",
        "Expiration du certificat": in_french(around.expires_on) if around else "",
        "Durée de l’audit": " ".join(each for each in (stands.outlook.length, stands.outlook.left_out) if each),
        "Sites audités": stands.outlook.sites,
    }
    return tuple((name, words) for name, words in days.items() if words)
