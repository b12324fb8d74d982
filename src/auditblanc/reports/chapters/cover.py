"""The first page: whose assessment, on which text, before which audit, made when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.neutral import MENTION
from auditblanc.reports.content import Cover, Style, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.profile import Audit
    from auditblanc.reports.chapters.subject import Subject

TITLE = "Rapport d’auto-évaluation"
NOTE = (
    "Auto-évaluation du prestataire, établie avec Auditblanc avant un audit Qualiopi. "
    "Ce document n’émane d’aucun organisme certificateur."
)
# The cover has no foot: what stands at that of the other pages is said here.
NEUTRAL_NOTE = (
    f"{MENTION}. Auto-évaluation du prestataire, mise en pages avec Auditblanc : ce document redit ses réponses, "
    "sans aucun avis de l’organisme certificateur."
)


def cover(about: Subject, *, is_neutral: bool = False) -> Cover:
    note = NEUTRAL_NOTE if is_neutral else NOTE
    return Cover(organisation=about.organisation, title=TITLE, lines=tuple(_lines(about)), note=note)


def _lines(about: Subject) -> Iterator[Text]:
    if about.snapshot.title not in ("", about.organisation):
        yield text(about.snapshot.title)
    if told := audit_words(about.snapshot.profile.audit):
        yield text(told, Style.STRONG)
    yield text(about.edition.title)
    yield text(f"Établi le {in_french(about.today)}", Style.QUIET)


def audit_words(audit: Audit) -> str:
    """« Audit de surveillance prévu le 9 mars 2027 »; empty when nothing is known of the audit."""
    if not (audit.kind or audit.first_day):
        return ""
    kind = audit.kind.label if audit.kind else "audit"
    if audit.first_day is None:
        return kind.capitalize()
    days = (
        f"prévu du {in_french(audit.first_day)} au {in_french(audit.last_day)}"
        if audit.last_day and audit.last_day != audit.first_day
        else f"prévu le {in_french(audit.first_day)}"
    )
    return f"{kind.capitalize()} {days}"
