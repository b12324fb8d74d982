"""The name of a frozen copy."""

from __future__ import annotations

from django import forms

from auditblanc.assessments.forms.fields import LineField

NAME_LIMIT = 200


class FreezeForm(forms.Form):
    """One line, at most as long as a list can show."""

    name = LineField(
        label="Nom de la copie",
        required=True,
        help_text="Par exemple « Avant l’audit initial ».",
        error_messages={"required": "Donnez un nom à la copie, par exemple « Avant l’audit initial »."},
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if len(name) > NAME_LIMIT:
            raise forms.ValidationError(f"Ce nom compte {len(name)} caractères : restez sous {NAME_LIMIT}.")
        return name
