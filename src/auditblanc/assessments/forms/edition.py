"""An edition of the text, as a file."""

from __future__ import annotations

from django import forms

from auditblanc.assessments import editions
from auditblanc.domain.edition_file import EditionError

SIZE_LIMIT = 2 * 1024 * 1024


class EditionForm(forms.Form):
    """The file that a person chose. Once valid, ``candidate`` is what it would add, and the clean value its name."""

    file = forms.FileField(
        label="Fichier du texte (.toml)",
        help_text="Une édition du texte, préparée pour Auditblanc. Rien n’est installé avant votre confirmation.",
        error_messages={
            "required": "Choisissez un fichier.",
            "empty": "Ce fichier est vide : choisissez-en un autre.",
        },
    )
    candidate: editions.Candidate

    def clean_file(self) -> str:
        file = self.cleaned_data["file"]
        if file.size > SIZE_LIMIT:
            raise forms.ValidationError("Ce fichier dépasse 2 Mo : ce n’est pas une édition du texte.")
        try:
            self.candidate = editions.candidate(file.read().decode("utf-8-sig"), file.name)
        except UnicodeDecodeError as error:
            raise forms.ValidationError("Ce fichier n’est pas en UTF-8 : enregistrez-le dans ce codage.") from error
        except EditionError as error:
            raise forms.ValidationError(str(error)) from error
        return str(file.name)
