"""The part of an assessment that is confided to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import LineField

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition

NAME_LIMIT = 100
KINDS = (("docx", "Fiche Word"), ("xlsx", "Classeur Excel"))


class PartForm(forms.Form):
    """Which indicators, for whom, in which kind of file."""

    recipient = LineField(
        label="À qui",
        required=True,
        help_text="Le nom de la personne, écrit en tête du fichier. Par exemple « Paul ».",
        error_messages={"required": "Écrivez à qui vous confiez cette partie, par exemple « Paul »."},
    )
    indicators = forms.TypedMultipleChoiceField(
        label="Indicateurs confiés",
        coerce=int,
        error_messages={
            "required": "Choisissez au moins un indicateur.",
            "invalid_choice": "L’indicateur %(value)s n’existe pas dans ce texte.",
        },
    )
    kind = forms.ChoiceField(label="Fichier", choices=KINDS, initial="docx", widget=forms.RadioSelect)

    def __init__(self, edition: Edition, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["indicators"]
        field.choices = [(number, str(number)) for number in edition.numbers]  # type: ignore[attr-defined]  # a field of choices

    def clean_recipient(self) -> str:
        name: str = self.cleaned_data["recipient"]
        if len(name) > NAME_LIMIT:
            raise forms.ValidationError(f"Ce nom compte {len(name)} caractères : restez sous {NAME_LIMIT}.")
        return name
