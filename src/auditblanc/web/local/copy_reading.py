"""Open a copy that somebody gives: bounded, every part checked, nothing believed. Only then may it take the place of data."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
import zlib
from collections import deque
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

from auditblanc.interchange.data_folder import PROOFS_FOLDER
from auditblanc.interchange.part_names import list_size
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.environment import DATABASE_FILE
from auditblanc.web.local import state
from auditblanc.web.local.copy_format import EDITIONS, FILE_NAME, FORMAT, MANIFEST
from auditblanc.web.local.live_database import is_whole
from auditblanc.web.local.tables import NEWER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Room for the files of ten years of a large network; the disk says no before. Lists of a hundred thousand files.
SIZE_LIMIT = 200_000_000_000
DIRECTORY_LIMIT = 20_000_000
MANIFEST_LIMIT = 20_000_000
RATIO_LIMIT = 200
RATIO_FREE = 1_000_000
_ROOM_LEFT = 50_000_000
_EDITION = re.compile(rf"{EDITIONS}[\w.-]+\.toml")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# What zipfile, zlib and json raise on bytes that are not what they say, and ours on a list that lacks something.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, LookupError, TypeError, ValueError, AttributeError)

NOT_A_COPY = "Ce fichier n’est pas une copie d’Auditblanc : choisissez un fichier .zip enregistré par « Enregistrer une copie » ou par « auditblanc backup »."
DAMAGED = "Cette copie est abîmée ou a été modifiée : choisissez-en une autre, ou téléchargez-la de nouveau."
_TOO_BIG = "Cette copie dépasse ce qu’Auditblanc peut ouvrir, ou la place libre sur ce disque : libérez de la place, puis réessayez."


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A copy whose parts are on the disk, each as its list says. Its database was not looked into yet."""

    folder: Path
    made_at: datetime
    version: str

    @property
    def database(self) -> Path:
        return self.folder / DATABASE_FILE

    @property
    def editions(self) -> list[Path]:
        return sorted((self.folder / EDITIONS).glob("*.toml"))

    @property
    def files(self) -> list[Path]:
        """Those of proofs, each named after its content."""
        return sorted((self.folder / PROOFS_FOLDER).glob("*/*/*"))


def unpack(file: IO[bytes], into: Path) -> Unpacked:
    """Put the parts of a copy in an empty folder.

    Raises:
        UnreadableFileError: not a copy, damaged, of a newer version, or built to deceive.
    """
    try:
        with closing(_opened(file)) as package:
            parts = _told(package)
            for entry in _entries(package):
                if entry.filename != MANIFEST:
                    _put(package, entry, parts[entry.filename], into)
            (into / MANIFEST).write_bytes(_manifest(package))
        return unpacked(into)
    except _BROKEN as error:
        raise UnreadableFileError(DAMAGED) from error


def prove(file: IO[bytes], folder: Path) -> None:
    """Read a copy again as whoever puts it back would; only its database is put on the disk, in ``folder`` and for the time it takes.

    Raises:
        UnreadableFileError: it is not whole.
    """
    with TemporaryDirectory(dir=folder, prefix=".copie-", ignore_cleanup_errors=True) as scratch:
        with closing(_opened(file)) as package:
            parts = _told(package)
            for entry in _entries(package):
                if entry.filename == DATABASE_FILE:
                    _put(package, entry, parts[entry.filename], Path(scratch))
                elif entry.filename != MANIFEST:
                    deque(_inflated(package, entry, parts[entry.filename]), maxlen=0)
        if not is_whole(Path(scratch) / DATABASE_FILE):
            raise UnreadableFileError(DAMAGED)


def unpacked(folder: Path) -> Unpacked:
    """The copy that was unpacked there."""
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    made_at = datetime.fromisoformat(manifest["made_at"]).astimezone()
    return Unpacked(folder=folder, made_at=made_at, version=str(manifest["auditblanc"]))


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The package, once the list of its parts is known to be short."""
    listed = list_size(file)
    if listed is None:
        raise UnreadableFileError(NOT_A_COPY)
    if file.seek(0, 2) > SIZE_LIMIT or listed > DIRECTORY_LIMIT:
        raise UnreadableFileError(_TOO_BIG)
    return zipfile.ZipFile(file)


def _entries(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The parts, all of them ours by their names.

    Raises:
        UnreadableFileError: one is not, or is there twice.
    """
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if not {MANIFEST, DATABASE_FILE} <= set(names):
        raise UnreadableFileError(NOT_A_COPY)
    if len(set(names)) < len(names) or not all(map(_is_ours, names)):
        raise UnreadableFileError(DAMAGED)
    if any(entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS for entry in entries):
        raise UnreadableFileError(DAMAGED)
    return entries


def _is_ours(name: str) -> bool:
    if name in (MANIFEST, DATABASE_FILE, state.FILE):
        return True
    return _EDITION.fullmatch(name) is not None or FILE_NAME.fullmatch(name) is not None


def _told(package: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    """What the list says of each part.

    Raises:
        UnreadableFileError: a newer version wrote it, it names other parts than there are, or there is no room for them.
    """
    names = {entry.filename for entry in _entries(package)}
    manifest = json.loads(_manifest(package))
    if manifest["format"] > FORMAT:
        raise UnreadableFileError(NEWER)
    parts: dict[str, dict[str, Any]] = manifest["parts"]
    if set(parts) != names - {MANIFEST}:
        raise UnreadableFileError(DAMAGED)
    _check_room(part["size"] for part in parts.values())
    return parts


def _manifest(package: zipfile.ZipFile) -> bytes:
    with package.open(MANIFEST) as file:
        return file.read(MANIFEST_LIMIT)


def _check_room(sizes: Iterable[int]) -> None:
    total = sum(sizes)
    if total > SIZE_LIMIT:
        raise UnreadableFileError(_TOO_BIG)


def _check_ratio(entry: zipfile.ZipInfo, size: int) -> None:
    if size > max(RATIO_FREE, RATIO_LIMIT * entry.compress_size):
        raise UnreadableFileError(DAMAGED)


def _put(package: zipfile.ZipFile, entry: zipfile.ZipInfo, told: dict[str, Any], into: Path) -> None:
    """Inflate a part on the disk."""
    _check_ratio(entry, int(told["size"]))
    if int(told["size"]) + _ROOM_LEFT > shutil.disk_usage(into).free:
        raise UnreadableFileError(_TOO_BIG)
    target = into / entry.filename
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        for block in _inflated(package, entry, told):
            file.write(block)


def _inflated(package: zipfile.ZipFile, entry: zipfile.ZipInfo, told: dict[str, Any]) -> Iterator[bytes]:
    """The content of a part, up to the size told and no further.

    Raises:
        UnreadableFileError: it is not what the list says, which is known at its end.
    """
    digest, left = hashlib.sha256(), int(told["size"])
    _check_ratio(entry, left)
    with package.open(entry) as source:
        while block := source.read(min(1 << 20, left + 1)):
            left -= len(block)
            if left < 0:
                raise UnreadableFileError(DAMAGED)
            digest.update(block)
            yield block
    if left or digest.hexdigest() != told["sha256"]:
        raise UnreadableFileError(DAMAGED)
