"""Does a dossier agree with its own list? Read within bounds, as from a stranger; nothing of it is put on the disk."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Protocol

from auditblanc.domain.french import counted
from auditblanc.interchange.dossier import sums
from auditblanc.interchange.part_names import list_size
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK = 1 << 18
_SUMS_LIMIT = 40_000_000
_DIRECTORY_LIMIT = 60_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError, NotImplementedError)
NOT_A_DOSSIER = "{name} : ce n’est pas un dossier de preuves d’Auditblanc, il n’y a pas de liste SHA256SUMS ; donnez l’archive .zip, ou le dossier où elle est extraite."
_DAMAGED = "{name} : cette archive est abîmée ou incomplète ; redemandez-la."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Paths of files, in the order of the list, then of the dossier. ``agreeing``: how many are as the list says."""

    agreeing: int
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not (self.missing or self.altered or self.added)

    @property
    def lines(self) -> tuple[str, ...]:
        """The verdict, then each file that does not agree, in French."""
        agreeing = counted(self.agreeing, "fichier s’accorde", "fichiers s’accordent")
        if self.is_whole:
            return (f"Rien n’a changé : {agreeing} avec la liste.",)
        return (
            f"Ce dossier a changé : {agreeing} avec la liste, pas les suivants.",
            *(f"- absent : {path}" for path in self.missing),
            *(f"- modifié : {path}" for path in self.altered),
            *(f"- ajouté, hors de la liste : {path}" for path in self.added),
        )


class _Tree(Protocol):
    """Where the files are: an archive, or a folder."""

    def paths(self) -> list[str]: ...

    def opened(self, path: str) -> IO[bytes]: ...


def verify(place: Path) -> Verdict:
    """Compare every file of an archive, or of the folder where it was extracted, with its list.

    Raises:
        UnreadableFileError: it is no dossier, or an archive that cannot be read.
    """
    try:
        with _tree(place) as tree:
            return _compared(tree, place)
    except _BROKEN as error:
        raise UnreadableFileError(_DAMAGED.format(name=place)) from error


def _compared(tree: _Tree, place: Path) -> Verdict:
    paths = tree.paths()
    if sums.NAME not in paths:
        raise UnreadableFileError(NOT_A_DOSSIER.format(name=place))
    with tree.opened(sums.NAME) as file:
        told = sums.read(file.read(_SUMS_LIMIT))
    if told is None:
        raise UnreadableFileError(NOT_A_DOSSIER.format(name=place))
    present = set(paths)
    altered = tuple(path for path, sha256 in told.items() if path in present and _digest(tree, path) != sha256)
    missing = tuple(path for path in told if path not in present)
    added = tuple(path for path in paths if path not in told and path != sums.NAME)
    # The same name twice in an archive: which one is meant depends on who opens it.
    twice = tuple(dict.fromkeys(path for path in paths if paths.count(path) > 1)) if len(present) < len(paths) else ()
    return Verdict(
        agreeing=len(told) - len(missing) - len(altered), missing=missing, altered=altered, added=(*added, *twice)
    )


def _digest(tree: _Tree, path: str) -> str:
    found = hashlib.sha256()
    with tree.opened(path) as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


@contextmanager
def _tree(place: Path) -> Iterator[_Tree]:
    if place.is_dir():
        yield _Folder(place)
        return
    if not place.is_file():
        raise UnreadableFileError(f"{place} : ce fichier n’existe pas ; vérifiez son nom et son dossier.")
    with place.open("rb") as file, _archive(file, place) as archive:
        yield _Archive(archive)


def _archive(file: IO[bytes], place: Path) -> zipfile.ZipFile:
    """The archive, once its directory is known to be short enough to be read."""
    listed = list_size(file)
    if listed is None or listed > _DIRECTORY_LIMIT:
        raise UnreadableFileError(NOT_A_DOSSIER.format(name=place))
    return zipfile.ZipFile(file)


class _Archive:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def paths(self) -> list[str]:
        return [entry.filename for entry in self._archive.infolist() if not entry.is_dir()]

    def opened(self, path: str) -> IO[bytes]:
        return self._archive.open(path)


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def paths(self) -> list[str]:
        """What systems put there by themselves is not a file of the dossier. A link is not followed."""
        every = sorted(path for path in self._folder.rglob("*") if path.is_file() and not path.is_symlink())
        return [path.relative_to(self._folder).as_posix() for path in every if path.name not in _OF_SYSTEMS]

    def opened(self, path: str) -> IO[bytes]:
        return (self._folder / path).open("rb")


_OF_SYSTEMS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
