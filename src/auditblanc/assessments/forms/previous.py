"""The next audit of a provider who has prepared one before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import DayField, LineField, OneOf
from auditblanc.domain.categories import AuditKind
from auditblanc.domain.profile import Audit, ProfileError

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import Snapshot


class PreviousForm(forms.Form):
    """All is kept but what names the audit. Empty answers are answers: the next audit has no date yet."""

    title = LineField(label="Titre de la nouvelle évaluation", help_text="Pour la reconnaître : « Surveillance 2027 ».")
    kind = OneOf(
        label="Quel audit préparez-vous maintenant ?",
        options=[(kind, kind.label.capitalize()) for kind in AuditKind],
    )
    first_day = DayField(
        label="Premier jour de cet audit", help_text="Il choisit le texte ; sans date, celui d’aujourd’hui."
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        try:
            self.audit = Audit(kind=given.get("kind"), first_day=given.get("first_day"))
        except ProfileError as error:
            raise ValidationError({"first_day": str(error)}) from error
        return given

    def applied(self, snapshot: Snapshot) -> Snapshot:
        """The same answers, for the next audit."""
        profile = replace(snapshot.profile, audit=self.audit)
        return replace(snapshot, title=self.cleaned_data["title"], profile=profile)


def restarted(data: Any, snapshot: Snapshot) -> Snapshot:
    """The assessment for the next audit, when ``data`` names one; else as it is."""
    form = PreviousForm(data)
    return form.applied(snapshot) if "kind" in data and form.is_valid() else snapshot
