"""What a dossier of proofs holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.register import STATES
from auditblanc.domain.evidence import EvidenceState
from auditblanc.interchange.dossier import Scope

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition


class DossierForm(forms.Form):
    """In the address: ``critere``, ``etat``, ``personnelles``, ``sante``. ``scope`` is what a valid one asks for."""

    critere = forms.TypedMultipleChoiceField(
        label="Critères",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choisissez au moins un critère.", "invalid_choice": "Ce critère n’existe pas."},
    )
    etat = forms.MultipleChoiceField(
        label="États des preuves",
        choices=STATES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choisissez au moins un état.", "invalid_choice": "Cet état n’existe pas."},
    )
    personnelles = forms.BooleanField(label="Avec les preuves qui contiennent des données personnelles", required=False)
    sante = forms.BooleanField(label="Avec celles qui contiennent des données de santé", required=False)

    def __init__(self, data: Any = None, *, edition: Edition) -> None:
        criteria = [(each.number, f"Critère {each.number} – {each.title.text}") for each in edition.criteria]
        initial = {
            "critere": [number for number, _ in criteria],
            "etat": [EvidenceState.READY.value],
            "personnelles": True,
        }
        super().__init__(data, initial=initial)
        self.fields["critere"].choices = criteria  # type: ignore[attr-defined]  # a choice field

    @property
    def scope(self) -> Scope:
        said = self.cleaned_data
        return Scope(
            criteria=tuple(said["critere"]),
            states=frozenset(EvidenceState(each) for each in said["etat"]),
            personal_data=said["personnelles"],
            health_data=said["sante"],
        )
