"""Every component in each of its states, on one page: where a new page is put together from, and looked at."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from django import forms
from django.shortcuts import render
from django.views.decorators.http import require_safe

from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


class SampleForm(forms.Form):
    """One field of each kind, so that the gallery shows what pages get from Django's forms."""

    name = forms.CharField(label="Nom de l’organisme", help_text="Tel qu’il figure sur votre déclaration d’activité.")
    nda = forms.CharField(label="Numéro de déclaration d’activité", required=False, max_length=11)
    audit_date = forms.DateField(
        label="Premier jour de l’audit",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Il choisit le texte : avant le 1er novembre 2026, 32 indicateurs ; à partir de ce jour, 33.",
    )
    presentation = forms.CharField(
        label="Ce que vous avez prévu de présenter à l’auditeur",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    turnover = forms.ChoiceField(
        label="Tranche de chiffre d’affaires",
        choices=[("", "Je ne sais pas encore"), ("1", "moins de 150 000 €"), ("2", "de 150 000 à 750 000 €")],
        required=False,
    )
    categories = forms.MultipleChoiceField(
        label="Ce que vous faites",
        choices=[("AF", "Actions de formation"), ("BC", "Bilans de compétences"), ("VAE", "Validation des acquis")],
        widget=forms.CheckboxSelectMultiple,
    )
    kind = forms.ChoiceField(
        label="L’audit que vous préparez",
        choices=[("initial", "Audit initial"), ("surveillance", "Audit de surveillance")],
        widget=forms.RadioSelect,
    )
    new_entrant = forms.BooleanField(label="Je suis nouvel entrant", required=False, help_text="Aucune action menée.")


# One wrong answer in each place where an answer may be wrong.
_WRONG = {"nda": "11 75 12345 75 de trop", "audit_date": "31/02/2027", "presentation": "Plaquette 2026, page 3."}

_PROOFS = (
    Evidence(
        title="Plaquette 2026", indicators=(1,), place="Armoire A", content_date=date(2026, 3, 9), holder="Accueil"
    ),
    Evidence(title="Bilans du trimestre", indicators=(32,), covers_from=date(2026, 1, 1), covers_to=date(2026, 3, 31)),
    Evidence(title="Conventions", indicators=(), site="Lyon"),
)


@require_safe
def gallery(request: SignedInRequest) -> HttpResponse:
    context = {
        "levels": Level,
        "proofs": zip(EvidenceState, [*_PROOFS, *_PROOFS], strict=False),
        "form": SampleForm(auto_id="neuf_%s"),
        "wrong": SampleForm(_WRONG, auto_id="faux_%s"),
        "moment": datetime(2026, 11, 25, 13, 32, tzinfo=UTC),
        "texts_line": "Textes vérifiés le 20 novembre 2026",
    }
    return render(request, "web/gallery.html", context)
