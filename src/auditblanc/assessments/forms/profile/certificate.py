"""The certificate in force."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import DayField, LineField, in_order
from auditblanc.assessments.forms.profile.answers import AnswersForm
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Certificate, ProfileError

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


class CertificateForm(AnswersForm):
    blamed = "decided_on"

    decided_on = DayField(label="Certificat obtenu le", help_text="Laissez tout vide si vous n’en avez pas.")
    certifier = LineField(label="Organisme certificateur")
    number = LineField(label="Numéro du certificat")
    expires_on = DayField(label="Valable jusqu’au")
    categories = forms.MultipleChoiceField(
        label="Catégories certifiées",
        choices=[(each.value, f"{each.label} ({each.value})") for each in Category],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def start(self, profile: Profile) -> dict[str, Any]:
        found = profile.certificate
        if found is None:
            return {}
        told = {name: getattr(found, name) for name in self.base_fields}
        return told | {"categories": [each.value for each in found.categories]}

    def applied(self, given: dict[str, Any]) -> Profile:
        if not any(given.values()):
            return replace(self.basis.profile, certificate=None)
        if not given["decided_on"]:
            raise ProfileError("Indiquez quand ce certificat a été obtenu : les dates du cycle en dépendent.")
        before = self.basis.profile.certificate
        chosen = (Category(value) for value in given["categories"])
        categories = in_order(chosen, before.categories if before else ())
        return replace(self.basis.profile, certificate=Certificate(**{**given, "categories": categories}))
