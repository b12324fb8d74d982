"""Where many forms come from: a folder, or an archive. Files are opened one at a time, and nothing is unpacked on the disk."""

from __future__ import annotations

import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import SEEK_END
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Protocol, TypeVar

from auditblanc.assessments.mass_intake import index
from auditblanc.interchange.formats import SIZE_LIMIT, SUFFIXES, is_form_name
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = TypeVar("Row")
FILES = 50_000
# Bytes of the list of entries, and of where it is told.
_LISTED, _TAIL = 20_000_000, 70_000
_LENGTH = 480
_NOT_ZIP = "Ce fichier n’est pas une archive ZIP, ou elle est abîmée : refaites-la à partir du dossier des fiches."
_NOTHING = (
    "Il n’y a aucune fiche ici ({endings}) : donnez le dossier, ou l’archive ZIP, qui contient les fiches remplies."
)
_CROWDED = "Il y a plus de 50 000 fichiers : partagez l’envoi en plusieurs."
_LARGE = "Ce fichier dépasse 50 Mo : enlevez-en les images puis réessayez."
_LOCKED = "Ce fichier est protégé par un mot de passe dans l’archive : refaites l’archive sans mot de passe."
_DAMAGED = "Ce fichier est abîmé dans l’archive : ajoutez-le à nouveau, ou redemandez-le."
_CLOSED = "Ce fichier ne peut pas être lu ({why})."
# The code page in which Windows writes names that it does not mark as UTF-8.
_WINDOWS = "cp850"


class Source(Protocol):
    """Files by their path, with « / » between folders, sorted."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def read(self, name: str) -> bytes:
        """Raises: UnreadableFileError: too large, damaged, closed to us."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The forms below a folder."""

    paths: Mapping[str, Path]

    @classmethod
    def below(cls, folder: Path) -> Folder:
        """Raises: UnreadableFileError: no form, or too many."""
        every = (path for path in folder.rglob("*") if path.is_file() and is_form_name(path.name))
        return cls(
            _required(
                {unicodedata.normalize("NFC", _printable(path.relative_to(folder).as_posix())): path for path in every}
            )
        )

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.paths)

    def read(self, name: str) -> bytes:
        try:
            with self.paths[name].open("rb") as file:
                return _bounded(file)
        except OSError as error:
            raise UnreadableFileError(_CLOSED.format(why=error.strerror)) from error

    @staticmethod
    def index(folder: Path) -> bytes | None:
        """The index that lies in the folder itself, if there is one."""
        found = next((path for path in folder.iterdir() if path.name.lower() == index.NAME), None)
        return found.read_bytes() if found else None


@dataclass(frozen=True, slots=True)
class Archive:
    """The forms of a ZIP archive that stays open."""

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]

    @classmethod
    def of(cls, file: IO[bytes]) -> Archive:
        """Raises: UnreadableFileError: no archive, no form in it, or too many."""
        _require_bounds(file)
        try:
            archive = zipfile.ZipFile(file, metadata_encoding=_WINDOWS)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise UnreadableFileError(_NOT_ZIP) from error
        return cls(archive, _required(_named(archive.infolist())))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.entries)

    def read(self, name: str) -> bytes:
        entry = self.entries[name]
        if entry.flag_bits & 1:
            raise UnreadableFileError(_LOCKED)
        try:
            with self.archive.open(entry) as file:
                return _bounded(file)
        except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise UnreadableFileError(_DAMAGED) from error

    def index(self) -> bytes | None:
        """The index that lies beside the forms, the nearest to the top."""
        found = [each for each in self.archive.infolist() if PurePosixPath(each.filename).name.lower() == index.NAME]
        if not found:
            return None
        with self.archive.open(min(found, key=lambda each: each.filename.count("/"))) as file:
            return _bounded(file)


def _named(entries: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """The forms by name; a name that is there twice is told apart, and none is left out."""
    found: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        if entry.is_dir() or not is_form_name(entry.filename):
            continue
        name = told = unicodedata.normalize("NFC", _printable(entry.filename))
        count = 1
        while told in found:
            count += 1
            told = f"{name} ({count})"
        found[told] = entry
    return found


def _printable(name: str) -> str:
    """The end of a name, as a column holds it; what does not print is shown as such."""
    return "".join(each if each.isprintable() else "\ufffd" for each in name)[-_LENGTH:]


def _required(every: dict[str, Row]) -> dict[str, Row]:
    """In the order of their names. Raises: UnreadableFileError: none, or too many."""
    if not every:
        raise UnreadableFileError(_NOTHING.format(endings=", ".join(SUFFIXES)))
    if len(every) > FILES:
        raise UnreadableFileError(_CROWDED)
    return dict(sorted(every.items()))


def _require_bounds(file: IO[bytes]) -> None:
    """Refuse a list of entries that would fill the memory, before it is read: its size stands at the end of the archive."""
    end = file.seek(0, SEEK_END)
    file.seek(max(0, end - _TAIL))
    tail = file.read()
    mark = tail.rfind(b"PK\x05\x06")
    listed = int.from_bytes(tail[mark + 12 : mark + 16], "little") if mark >= 0 else 0
    file.seek(0)
    if listed > _LISTED:
        raise UnreadableFileError(_CROWDED)


def _bounded(file: IO[bytes]) -> bytes:
    """All of it, counted while it is read: a size that is told is not believed."""
    data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise UnreadableFileError(_LARGE)
    return data
