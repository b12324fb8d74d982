"""The audit that is prepared: its first day chooses the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditblanc.assessments.forms.fields import DayField, OneOf
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile

_KINDS = (
    (AuditKind.INITIAL, "Audit initial : votre premier"),
    (AuditKind.SURVEILLANCE, "Audit de surveillance : entre deux, à mi-parcours du certificat"),
    (AuditKind.RENEWAL, "Audit de renouvellement : avant la fin du certificat"),
)


class AuditForm(AnswersForm):
    blamed = "last_day"

    kind = OneOf(label="Quel audit préparez-vous ?", options=_KINDS)
    first_day = DayField(
        label="Premier jour de l’audit",
        help_text="C’est ce jour qui choisit le texte. Sans date, c’est le texte en vigueur aujourd’hui.",
    )
    last_day = DayField(label="Dernier jour", help_text="Seulement si l’audit dure plusieurs jours.")

    def start(self, profile: Profile) -> dict[str, Any]:
        audit = profile.audit
        return {"kind": audit.kind, "first_day": audit.first_day, "last_day": audit.last_day}

    def applied(self, given: dict[str, Any]) -> Profile:
        self.blamed = "last_day" if given["last_day"] else "first_day"
        return replace(self.basis.profile, audit=Audit(**given))
