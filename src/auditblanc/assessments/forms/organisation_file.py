"""A file that holds an organisation, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings

from auditblanc.domain.french import weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.files.uploadedfile import UploadedFile

    from auditblanc.accounts.models import Organisation

NEW = "nouveau"


class OrganisationFileForm(forms.Form):
    file = forms.FileField(
        label="Le fichier de l’organisme",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
        allow_empty_file=True,
        error_messages={"required": "Choisissez d’abord un fichier."},
    )
    into = forms.ChoiceField(
        label="Où le reprendre ?",
        widget=forms.RadioSelect,
        help_text="Dans un organisme déjà là, rien n’est remplacé : ce qui manque s’ajoute, et une évaluation qui diffère vient à côté de la vôtre.",
        error_messages={"required": "Dites où le reprendre.", "invalid_choice": "Choisissez un de vos organismes."},
    )

    def __init__(self, own: Sequence[Organisation], data: Any = None, files: Any = None) -> None:
        self.own = {each.key: each for each in own}
        super().__init__(data, files, initial={"into": NEW})
        places = [(each.key, f"Dans « {each.name} »") for each in own]
        self.fields["into"].choices = [(NEW, "Comme un nouvel organisme"), *places]  # type: ignore[attr-defined]  # a choice
        limit = weighed(settings.PROOF_FILE_LIMIT)
        self.fields["file"].help_text = (
            f"Un fichier .zip fait par « Enregistrer » sur cette page, {limit} au plus. "
            "Plus gros : « auditblanc organisation import », en ligne de commande."
        )

    @property
    def chosen(self) -> Organisation | None:
        """The organisation that it goes into; ``None``: a new one."""
        return self.own.get(self.cleaned_data["into"])

    def clean_file(self) -> UploadedFile[bytes]:
        """Where the upload was cut short, its size still says how large it was."""
        found: UploadedFile[bytes] = self.cleaned_data["file"]
        if (found.size or 0) > settings.PROOF_FILE_LIMIT:
            raise forms.ValidationError(
                f"Ce fichier dépasse {weighed(settings.PROOF_FILE_LIMIT)} : reprenez-le par « auditblanc organisation import »."
            )
        return found
