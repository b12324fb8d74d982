"""The looks of an organisation's documents: its name, its colour, its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from auditblanc.assessments.forms.fields import LineField
from auditblanc.assessments.pdf import PdfError, compiled
from auditblanc.reports.content import Document, Paragraph, text
from auditblanc.reports.look import LARGEST_LOGO, Logo, Look, LookError

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NAME_LIMIT = 200


class LooksForm(forms.Form):
    """What is clean: a ``Look`` that documents can be drawn with; ``logo`` is ``None`` when none was given."""

    # A colour always has a value: HTML has no ``required`` for it.
    use_required_attribute = False

    name = LineField(
        label="Nom de l’organisme",
        required=True,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": "Donnez un nom à l’organisme."},
    )
    accent = forms.CharField(
        label="Couleur",
        help_text="Celle des titres et des filets. Trop claire pour être lue, elle est foncée dans les titres.",
        widget=forms.TextInput(attrs={"type": "color"}),
        error_messages={"required": "Choisissez une couleur."},
    )
    logo = forms.FileField(
        label="Logo",
        required=False,
        allow_empty_file=True,
        help_text="Une image PNG ou JPEG de 500 ko au plus. Elle remplace celle d’avant.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if len(name) > NAME_LIMIT:
            raise ValidationError(f"Ce nom compte {len(name)} caractères : restez sous {NAME_LIMIT}.")
        return name

    def clean_accent(self) -> str:
        try:
            return Look(accent=self.cleaned_data["accent"]).accent.lower()
        except LookError as error:
            raise ValidationError(str(error)) from error

    def clean_logo(self) -> Logo | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["logo"]
        if not file:
            return None
        try:
            # One byte more than allowed is enough to know.
            logo = Logo(data=file.read(LARGEST_LOGO + 1), alternative="Logo")
            _require_drawable(logo)
        except (LookError, PdfError) as error:
            raise ValidationError(str(error)) from error
        return logo


def _require_drawable(logo: Logo) -> None:
    """A picture may be cut short after a header that is whole: then no report could be made. Draw it once.

    Raises:
        LookError: it cannot be drawn.
        PdfError: not now.
    """
    page = Document(
        title="Logo",
        running="Logo",
        made_on=timezone.localdate(),
        blocks=(Paragraph(text("Logo")),),
        look=Look(logo=logo),
    )
    try:
        compiled(page)
    except PdfError as error:
        if error.is_for_later:
            raise
        raise LookError("Le logo est abîmé : choisissez une autre image.") from error
