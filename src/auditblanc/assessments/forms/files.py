"""Files given as proofs: how many, how large, of which kind, under which name."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.recognised import RefusedFileError
from auditblanc.assessments.storage import examined, keep
from auditblanc.assessments.writes.pieces import Given
from auditblanc.domain.file_name import clean_name
from auditblanc.domain.french import counted, listed, weighed
from auditblanc.domain.media_kind import ACCEPTED, media_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.core.files.uploadedfile import UploadedFile

_NONE = "Choisissez d’abord un fichier."
_LARGE = "« {name} » pèse {size} ; la limite est de {limit} par fichier : allégez-le, ou notez où il se trouve."
_MANY = "Vous donnez {count} fichiers à la fois ; la limite est de {limit} : déposez-les en plusieurs fois."
_HEAVY = "Ces fichiers pèsent {size} ensemble ; la limite est de {limit} à la fois : déposez-les en plusieurs fois."


class Upload(NamedTuple):
    """A file that may be kept; ``given`` under its clean name, ``asked`` the name that it came with."""

    file: IO[bytes]
    given: Given
    asked: str


def limits(most: int) -> str:
    """What stands beside the field, before anything is sent."""
    each = f"{weighed(settings.PROOF_FILE_LIMIT)} au plus"
    several = f"{counted(most, 'fichier', 'fichiers')} à la fois, {each} chacun" if most > 1 else each
    return f"{several}. {ACCEPTED[:1].upper()}{ACCEPTED[1:]}."


class FilesInput(forms.FileInput):
    """One place for several files: a browser takes what is dropped on it, and a phone offers its camera."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Clean: a tuple of :class:`Upload`. One file at fault refuses all: nothing is half kept."""

    def __init__(self, *, several: bool = True, **options: Any) -> None:
        self.several = several
        widget = FilesInput(attrs={"multiple": True}) if several else forms.FileInput()
        super().__init__(
            **{
                "widget": widget,
                "error_messages": {"required": _NONE},
                "help_text": limits(settings.PROOF_FILES_AT_ONCE if several else 1),
                **options,
            }
        )

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ARG002 -- Django's
        files: Sequence[UploadedFile[bytes]] = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not files and self.required:
            raise ValidationError(_NONE)
        self._require_bounds(files)
        return tuple(upload(file) for file in files)

    def _require_bounds(self, files: Sequence[UploadedFile[bytes]]) -> None:
        """Sizes are those that the files had, whatever was kept of them (``web.uploads``)."""
        most = settings.PROOF_FILES_AT_ONCE if self.several else 1
        if len(files) > most:
            raise ValidationError(_MANY.format(count=len(files), limit=most))
        limit = settings.PROOF_FILE_LIMIT
        for file in files:
            if (file.size or 0) > limit:
                name, size = clean_name(file.name or ""), weighed(file.size or 0)
                raise ValidationError(_LARGE.format(name=name, size=size, limit=weighed(limit)))
        together = sum(file.size or 0 for file in files)
        if together > settings.PROOF_FORM_LIMIT:
            raise ValidationError(_HEAVY.format(size=weighed(together), limit=weighed(settings.PROOF_FORM_LIMIT)))


class FilesForm(RequestForm):
    file = FilesField(label="Fichiers")


class FileForm(RequestForm):
    file = FilesField(label="Fichier", several=False)


def kept(organisation: str, uploads: Sequence[Upload]) -> tuple[Given, ...]:
    """Put the contents in the organisation's place, before anything tells of them.

    Raises:
        SavingError: the disk refuses.
    """
    for each in uploads:
        keep(organisation, each.file, each.given.content)
    return tuple(each.given for each in uploads)


def renamed(uploads: Sequence[Upload]) -> str:
    """Which names were changed, in a sentence; nothing where none was."""
    changed = [
        f"« {each.asked} » est gardé sous le nom « {each.given.name} »"
        for each in uploads
        if each.asked != each.given.name
    ]
    return f" {listed(changed)}." if changed else ""


def upload(file: UploadedFile[bytes]) -> Upload:
    """One file, looked at. Raises: ValidationError: it cannot be a proof, in one sentence."""
    asked = file.name or ""
    try:
        content = examined(file, clean_name(asked))
    except RefusedFileError as error:
        raise ValidationError(str(error)) from error
    name = clean_name(asked, media_kind(content.media_type).suffixes)
    return Upload(file=file, given=Given(name=name, content=content), asked=asked)
