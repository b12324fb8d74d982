"""A phrase that a person keeps, and what narrows the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT = 2_000


class PhraseForm(forms.Form):
    """``indicators``: number and title each, of those that a phrase may be for."""

    indicator = forms.TypedChoiceField(
        label="Indicateur",
        coerce=int,
        error_messages={"required": "Choisissez un indicateur.", "invalid_choice": "Choisissez un des indicateurs."},
    )
    text = TextField(
        label="Phrase",
        help_text="Telle qu’elle s’ajoutera à ce que vous avez prévu de présenter.",
        required=True,
        error_messages={"required": "Écrivez la phrase à garder."},
    )

    def __init__(self, data: Any, indicators: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(data, **options)
        field = self.fields["indicator"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(number, f"{number}. {title}") for number, title in indicators]

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if len(text) > _LIMIT:
            raise ValidationError(f"Cette phrase compte {len(text)} caractères ; la limite est de {_LIMIT}.")
        return text


class PhrasesNarrowing(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    mots = LineField()
    indicateur = forms.IntegerField(required=False, min_value=1, max_value=1_000)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def said(self) -> tuple[int | None, str, int]:
        """The indicator, the words, the page."""
        self.is_valid()
        asked = self.cleaned_data
        return asked.get("indicateur"), asked.get("mots", ""), asked.get("page") or 1
