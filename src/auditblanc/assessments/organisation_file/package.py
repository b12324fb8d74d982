"""The file that somebody gives: opened within limits, and every part checked against what the file says of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError

from auditblanc.assessments.organisation_file.tables import TABLES
from auditblanc.assessments.organisation_file.written import FORMAT, MANIFEST, VERSION
from auditblanc.assessments.storage import Content, keep
from auditblanc.interchange.part_names import list_size
from auditblanc.interchange.problems import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.assessments.organisation_file.tables import Table

TABLE_LIMIT = 200_000_000
_MANIFEST_LIMIT = 20_000_000
_DIRECTORY_LIMIT = 20_000_000
_BLOCK = 1 << 18
_FAULTS = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, LookupError, TypeError, ValueError,
    AttributeError, ValidationError, IntegrityError,
)  # fmt: skip
NOT_ONE = "Ce fichier n’est pas un organisme enregistré par Auditblanc : choisissez un fichier .zip fait par « Enregistrer », à la page « Un organisme en un fichier »."
DAMAGED = "Ce fichier est abîmé ou a été modifié : redemandez-le. Rien n’a été repris."
NEWER = "Ce fichier vient d’une version plus récente d’Auditblanc : mettez Auditblanc à jour, puis recommencez."


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a file says that it holds. ``journal``: the hash of its last event; ``parts``: the SHA-256 of each part.

    ``version``: of the file itself, which tells the tables that it has.
    """

    version: int
    name: str
    accent: str
    made_at: str
    journal: str
    parts: dict[str, str]

    @property
    def files(self) -> tuple[str, ...]:
        """The SHA-256 of each content."""
        return tuple(name.removeprefix("files/") for name in self.parts if name.startswith("files/"))


class Package:
    """An open file. Its parts are read by name, each within a limit."""

    def __init__(self, archive: zipfile.ZipFile, contents: Contents) -> None:
        self._zip = archive
        self.contents = contents

    def lines(self, table: Table) -> Iterator[dict[str, Any]]:
        """The rows of a table; none of one that was not yet there. Raises: UnreadableFileError: the part is not what the file says."""
        if table.since > self.contents.version:
            return iter(())
        data, digest = BytesIO(), hashlib.sha256()
        with self._zip.open(table.part) as part:
            while block := part.read(_BLOCK):
                digest.update(block)
                if data.write(block) and data.tell() > TABLE_LIMIT:
                    raise UnreadableFileError(DAMAGED)
        if digest.hexdigest() != self.contents.parts[table.part]:
            raise UnreadableFileError(DAMAGED)
        data.seek(0)
        return (json.loads(line) for line in data)

    def keep(self, sha256: str, organisation: str) -> None:
        """Put a content in the place of an organisation's, by its key, once it is what its name says."""
        entry = self._zip.getinfo(f"files/{sha256}")
        if entry.compress_type != zipfile.ZIP_STORED:
            raise UnreadableFileError(DAMAGED)
        digest = hashlib.sha256()
        with self._zip.open(entry) as part:
            while block := part.read(_BLOCK):
                digest.update(block)
        if digest.hexdigest() != sha256:
            raise UnreadableFileError(DAMAGED)
        with self._zip.open(entry) as part:
            keep(organisation, part, Content(sha256=sha256, size=entry.file_size, media_type=""))


@contextmanager
def opened(file: IO[bytes]) -> Iterator[Package]:
    """The file, for as long as it is read; whatever breaks meanwhile is one sentence.

    Raises:
        UnreadableFileError: it is not one, is damaged, or comes from a newer version.
    """
    try:
        with _archive(file) as archive:
            yield Package(archive, _contents(archive))
    except _FAULTS as error:
        raise UnreadableFileError(DAMAGED) from error


def _archive(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive, once its directory is known to be short."""
    listed = list_size(file)
    if listed is None or listed > _DIRECTORY_LIMIT:
        raise UnreadableFileError(NOT_ONE)
    return zipfile.ZipFile(file)


def _contents(archive: zipfile.ZipFile) -> Contents:
    names = archive.namelist()
    if MANIFEST not in names or len(set(names)) < len(names):
        raise UnreadableFileError(NOT_ONE)
    with archive.open(MANIFEST) as part:
        told: dict[str, Any] = json.loads(part.read(_MANIFEST_LIMIT))
    if told.get("format") != FORMAT:
        raise UnreadableFileError(NOT_ONE)
    if told["version"] > VERSION:
        raise UnreadableFileError(NEWER)
    parts = dict(told["parts"])
    tables = {name for name in parts if not name.startswith("files/")}
    if set(parts) != set(names) - {MANIFEST} or tables != {
        table.part for table in TABLES if table.since <= told["version"]
    }:
        raise UnreadableFileError(DAMAGED)
    about = told["organisation"]
    return Contents(
        version=int(told["version"]),
        name=str(about["name"]),
        accent=str(about["accent"]),
        made_at=str(told["made_at"]),
        journal=str(told["journal"]),
        parts=parts,
    )
