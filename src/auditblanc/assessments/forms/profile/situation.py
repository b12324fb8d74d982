"""What else an auditor asks of a provider: for whom it works, how, and how large it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import OneOf, first_upper, in_order, yes_no
from auditblanc.assessments.forms.profile.answers import AnswersForm, PlainForm
from auditblanc.domain.profile import ActingAsSubcontractor, Document, TurnoverBand

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


class SubcontractorForm(PlainForm):
    acting_as_subcontractor = OneOf(
        label="Intervenez-vous comme sous-traitant d’un autre prestataire ?",
        help_text="Pour les prestations qui seront regardées à l’audit.",
        options=[(each, first_upper(each.label)) for each in ActingAsSubcontractor],
    )


class SizeForm(PlainForm):
    """Answers that change nothing of what applies."""

    turnover = OneOf(
        label="Produits du dernier bilan pédagogique et financier",
        help_text="Hors taxes. Ils décident, avec les catégories et les sites, de la durée de l’audit initial.",
        options=[(each, first_upper(each.label)) for each in TurnoverBand],
    )
    distance = yes_no(label="Certaines de vos prestations se font-elles à distance ?")
    hosts_learners_with_disabilities = yes_no(label="Accueillez-vous des personnes en situation de handicap ?")


class DocumentsForm(AnswersForm):
    documents = forms.MultipleChoiceField(
        label="Lesquels de ces documents sont prêts ?",
        help_text="Le certificateur les demande avant l’audit.",
        choices=[(each.value, first_upper(each.label)) for each in Document],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def start(self, profile: Profile) -> dict[str, Any]:
        return {"documents": [each.value for each in profile.documents]}

    def applied(self, given: dict[str, Any]) -> Profile:
        chosen = [Document(value) for value in given["documents"]]
        return replace(self.basis.profile, documents=in_order(chosen, self.basis.profile.documents))
