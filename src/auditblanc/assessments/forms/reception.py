"""Many forms given at once; one of them given to an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.fields import LineField
from auditblanc.assessments.mass_intake.index import read_index
from auditblanc.assessments.mass_intake.source import Archive
from auditblanc.assessments.models import Outcome
from auditblanc.domain.french import weighed
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_HEAVY = "Cette archive pèse {size} ; la limite est de {limit} : partagez-la en plusieurs, ou utilisez la commande « auditblanc receive »."
_NAME = 200
_CHOOSE = "Choisissez un organisme, ou donnez le nom de celui qu’il faut créer."


class ReceptionForm(forms.Form):
    """``total``: once clean, how many files the archive holds."""

    archive = forms.FileField(
        label="L’archive ZIP des fiches remplies",
        help_text="Fiches Word ou OpenDocument, classeurs, fichiers JSON, dans des dossiers ou non.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".zip"}),
        error_messages={"required": "Choisissez d’abord l’archive."},
    )
    index = forms.FileField(
        label="L’index",
        help_text="Un fichier CSV fait dans un tableur : fichier ; nom ; SIREN ; NDA. Sans lui, celui qui est dans l’archive sous le nom « index.csv ».",
        allow_empty_file=True,
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )
    creates = forms.BooleanField(
        label="Créer les organismes qui manquent", required=False, initial=True,
        help_text="Sinon, les fiches dont le SIREN ou le NDA n’est celui d’aucun de vos organismes restent à rattacher.",
    )  # fmt: skip
    total = 0

    def clean_archive(self) -> UploadedFile[bytes]:
        """Where the upload was cut short, its size still says how large it was."""
        found: UploadedFile[bytes] = self.cleaned_data["archive"]
        if (found.size or 0) > settings.PROOF_FORM_LIMIT:
            size, limit = weighed(found.size or 0), weighed(settings.PROOF_FORM_LIMIT)
            raise ValidationError(_HEAVY.format(size=size, limit=limit))
        try:
            self.total = len(Archive.of(found).names)
        except UnreadableFileError as error:
            raise ValidationError(str(error)) from error
        return found

    def clean_index(self) -> UploadedFile[bytes] | None:
        found: UploadedFile[bytes] | None = self.cleaned_data["index"]
        if found is not None:
            try:
                read_index(found.read())
            except UnreadableFileError as error:
                raise ValidationError(str(error)) from error
        return found


class AttachForm(forms.Form):
    """Whose a form is: one's own organisation by its key, or the name of a new one."""

    organisation = forms.CharField(required=False, max_length=20)
    name = LineField(label="Ou le nom d’un nouvel organisme", widget=forms.TextInput(attrs={"maxlength": _NAME}))

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if not found.get("organisation") and not found.get("name") and not self.errors:
            raise ValidationError(_CHOOSE)
        if len(found.get("name") or "") > _NAME:
            raise ValidationError(f"Ce nom dépasse {_NAME} caractères : raccourcissez-le.")
        return found


class ReceivedForm(forms.Form):
    """What narrows the list of what was received: what it does not understand narrows nothing."""

    suite = forms.ChoiceField(choices=[*Outcome.choices, ("doubtful", "avec des doutes")], required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def said(self) -> tuple[str, int]:
        """The outcome asked for, and the page."""
        self.is_valid()
        return self.cleaned_data.get("suite") or "", self.cleaned_data.get("page") or 1
