"""What the person gives and confirms on the pages of their data."""

from __future__ import annotations

from django import forms

ERASE = "EFFACER"


class CopyForm(forms.Form):
    copy = forms.FileField(
        label="Le fichier de la copie",
        help_text="Un fichier .zip enregistré par « Enregistrer une copie ».",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={
            "required": "Choisissez le fichier de la copie.",
            "empty": "Ce fichier est vide : choisissez un fichier .zip enregistré par « Enregistrer une copie ».",
        },
    )


class EraseForm(forms.Form):
    confirmation = forms.CharField(
        label=f"Tapez {ERASE} pour confirmer",
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": f"Rien n’a été effacé : tapez {ERASE} en majuscules pour confirmer."},
    )

    def clean_confirmation(self) -> str:
        if self.cleaned_data["confirmation"] != ERASE:
            raise forms.ValidationError(f"Rien n’a été effacé : tapez {ERASE} en majuscules pour confirmer.")
        return ERASE
