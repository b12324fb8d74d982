"""Who is audited: names and numbers."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import LineField
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.domain import identifiers
from auditblanc.domain.profile import Provider

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


class IdentityForm(AnswersForm):
    name = LineField(
        label="Dénomination",
        help_text="Telle qu’elle figure sur votre déclaration d’activité.",
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    siren = LineField(label="Numéro SIREN", help_text="Neuf chiffres.")
    nda = LineField(label="Numéro de déclaration d’activité (NDA)", help_text="Onze caractères, sur votre récépissé.")
    legal_status = LineField(
        label="Statut juridique", help_text="Par exemple : entreprise individuelle, SARL, association."
    )
    director = LineField(label="Dirigeant")

    def start(self, profile: Profile) -> dict[str, Any]:
        return {field.name: getattr(profile.provider, field.name) for field in fields(Provider)}

    def clean_siren(self) -> str:
        """A number that was there already stays as it was: it may come from a file."""
        siren: str = self.cleaned_data["siren"]
        if siren and siren != self.basis.profile.provider.siren and not identifiers.is_siren(siren):
            raise ValidationError("Ce numéro n’est pas un SIREN : vérifiez ses neuf chiffres.")
        return siren

    def clean_nda(self) -> str:
        nda: str = self.cleaned_data["nda"]
        if nda and nda != self.basis.profile.provider.nda and not identifiers.is_nda(nda):
            raise ValidationError("Ce numéro n’est pas un NDA : il compte onze caractères, par exemple 11 75 12345 75.")
        return nda

    def applied(self, given: dict[str, Any]) -> Profile:
        return replace(self.basis.profile, provider=Provider(**given))
