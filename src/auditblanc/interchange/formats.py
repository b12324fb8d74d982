"""Every format, by name: the list that pages, API and command line all show. A file is known by its content."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

from auditblanc.interchange import file_kinds
from auditblanc.interchange.archive import Package, describe
from auditblanc.interchange.problems import Reading, UnreadableFileError

if TYPE_CHECKING:
    from pathlib import Path

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

# No form or workbook that a person fills comes near it; more is refused before a byte is read.
SIZE_LIMIT = 50 * 1024 * 1024


class Purpose(StrEnum):
    """What a file of a format is mostly for: how pages group them."""

    HAND_IN = "hand in"
    FILL = "fill"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its modules are imported when first used. No ``writer`` means that it is only read.

    ``sentence`` says to a person what it is good for. ``options``: the class of its writer's options, where it has some.
    """

    name: str
    label: str
    suffix: str
    reader: str
    writer: str = ""
    options: str = ""
    purpose: Purpose = Purpose.KEEP
    sentence: str = ""

    def read(self, data: bytes, catalogue: Catalogue) -> Reading:
        """What the file says. Raises: UnreadableFileError."""
        reading: Reading = import_module(self.reader).read(data, catalogue)
        return reading

    def write(self, snapshot: Snapshot, edition: Edition, *, mention: str = "") -> bytes:
        """``mention``: a line that the file carries for its readers; a format for programs has no place for it."""
        module = import_module(self.writer)
        options = (getattr(module, self.options)(mention=mention),) if self.options else ()
        data: bytes = module.write(snapshot, edition, *options)
        return data

    def keep(self, snapshot: Snapshot, edition: Edition) -> Snapshot:
        """What this format holds of an assessment, and so what reading the file written gives back."""
        kept: Snapshot = import_module(self.writer).keep(snapshot, edition)
        return kept


FORMATS = {
    entry.name: entry
    for entry in (
        Format(
            name="docx",
            label="fiche Word",
            suffix=".docx",
            reader="auditblanc.interchange.form_reader",
            writer="auditblanc.interchange.form_docx",
            options="FormOptions",
            purpose=Purpose.HAND_IN,
            sentence="Le tableau de la fiche d’auto-évaluation, à imprimer, à remettre au certificateur ou à remplir dans Word.",
        ),
        Format(name="odt", label="fiche ODT", suffix=".odt", reader="auditblanc.interchange.form_reader"),
        Format(
            name="xlsx",
            label="classeur",
            suffix=".xlsx",
            reader="auditblanc.interchange.workbook",
            writer="auditblanc.interchange.workbook",
            options="WorkbookOptions",
            purpose=Purpose.FILL,
            sentence="Toute l’évaluation dans Excel ou LibreOffice, avec des listes à choisir : profil, preuves et réponses.",
        ),
        Format(
            name="json",
            label="JSON",
            suffix=".json",
            reader="auditblanc.interchange.json_format",
            writer="auditblanc.interchange.json_format",
            sentence="Toute l’évaluation, telle quelle, pour la garder, la reprendre ailleurs ou la donner à un autre logiciel.",
        ),
    )
}
_READ_AS = {file_kinds.DOCX: "docx", file_kinds.ODT: "odt", file_kinds.XLSX: "xlsx", file_kinds.JSON: "json"}
SUFFIXES = tuple(entry.suffix for entry in FORMATS.values())
WRITTEN = tuple(entry for entry in FORMATS.values() if entry.writer)


def is_form_name(name: str) -> bool:
    """Whether a file found in a folder or an archive is to be read: « ~$fiche.docx » is the lock that Word leaves beside it."""
    parts = name.split("/")
    return name.lower().endswith(SUFFIXES) and not parts[-1].startswith(("~$", ".")) and "__MACOSX" not in parts


def written_as(path: Path) -> Format:
    """The format that a file's name asks for.

    Raises:
        UnreadableFileError: no format of ours has that ending.
    """
    for entry in WRITTEN:
        if path.suffix.lower() == entry.suffix:
            return entry
    endings = ", ".join(entry.suffix for entry in WRITTEN)
    raise UnreadableFileError(f"{path} : la fin du nom choisit le format ; utilisez {endings}.")


def read_file(path: Path, catalogue: Catalogue) -> Reading:
    """A file of any readable format.

    Raises:
        UnreadableFileError: it is missing, too large, or of no readable format.
    """
    return read(load(path), catalogue)


def read(data: bytes, catalogue: Catalogue) -> Reading:
    """The bytes of a file of any readable format, known by its content, never by its name.

    Raises:
        UnreadableFileError: of no readable format, or damaged.
    """
    kind = describe(data)
    if kind not in _READ_AS:
        # A package that could not be opened says why itself; anything else says what it is.
        Package.open(data)
        raise UnreadableFileError(kind.sentence)
    return FORMATS[_READ_AS[kind]].read(data, catalogue)


def load(path: Path) -> bytes:
    """The bytes of a file a person named.

    Raises:
        UnreadableFileError: it is missing, a folder, closed to us or too large.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UnreadableFileError(f"{path} : ce fichier dépasse 50 Mo ; enlevez-en les images puis réessayez.")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFileError(f"{path} : ce fichier n’existe pas ; vérifiez son nom et son dossier.") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{path} : c’est un dossier ; indiquez un fichier.") from None
    except OSError as error:
        raise UnreadableFileError(f"{path} : impossible de lire ce fichier ({error.strerror}).") from error
