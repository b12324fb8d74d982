"""A file to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.interchange.formats import FORMATS, SIZE_LIMIT

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class FileForm(forms.Form):
    file = forms.FileField(
        label="Votre fichier",
        help_text="La fiche remplie (Word ou OpenDocument), le classeur Excel ou le fichier JSON d’Auditblanc. 50 Mo au plus.",
        # An empty file gets its own sentence, from the reader.
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(entry.suffix for entry in FORMATS.values())}),
        error_messages={"required": "Choisissez d’abord un fichier."},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Where the upload was cut short, its size still says how large it was."""
        found: UploadedFile[bytes] = self.cleaned_data["file"]
        if (found.size or 0) > SIZE_LIMIT:
            raise ValidationError("Ce fichier dépasse 50 Mo : enlevez-en les images puis réessayez.")
        return found
