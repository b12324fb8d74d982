"""Contents of files of proofs, by their hash, one place an organisation: ``ORGANISATION/aa/SHA256``.

A content never changes. It is written before the row that tells of it: one without a row is an orphan, which ``check``
finds and which harms nobody; a row never waits for its content. See docs/decisions/0019-files-of-proofs.md.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, storages

from auditblanc.assessments.recognised import RefusedFileError, recognised
from auditblanc.interchange.saving import copy_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.files.storage import Storage

ALIAS = "proofs"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What tells a content: ``sha256`` in 64 lower hexadecimal digits, ``size`` in bytes, its type by what it holds."""

    sha256: str
    size: int
    media_type: str


class LocalContents(FileSystemStorage):
    """A folder of this machine. A file appears whole or not at all, and only its owner reads it."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002 -- Django's
        """The name itself: it tells the content, so that the same name is the same file."""
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        target = Path(self.path(name))
        for folder in (*reversed(target.relative_to(self.location).parents[:-1]),):
            (Path(self.location) / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        content.seek(0)
        copy_atomically(content, target, mode=0o600)
        _sync(target.parent)
        return name


def contents() -> Storage:
    """Where they are kept: a folder of this machine, or an S3-compatible server (``AUDITBLANC_FILES``)."""
    return storages[ALIAS]


def content_name(organisation: str, sha256: str) -> str:
    """The name of a content, by the key of its organisation."""
    return f"{organisation}/{sha256[:2]}/{sha256}"


def examined(file: IO[bytes], name: str) -> Content:
    """What a file is, read in pieces. Nothing is kept.

    Raises:
        RefusedFileError: it cannot be a proof.
    """
    return _measured(file, recognised(file, name).media_type)


def examined_as_received(file: IO[bytes], name: str) -> Content:
    """The same of a file that is only given back: whatever it is, it is kept."""
    try:
        return examined(file, name)
    except RefusedFileError:
        return _measured(file, "application/octet-stream")


def keep(organisation: str, file: IO[bytes], content: Content) -> None:
    """Put a content in its place, unless it is there. Before its row, outside of any transaction.

    Raises:
        SavingError: the disk refuses.
    """
    name = content_name(organisation, content.sha256)
    store = contents()
    if not (store.exists(name) and store.size(name) == content.size):
        file.seek(0)
        store.save(name, file if isinstance(file, File) else File(file))


def is_kept(organisation: str, sha256: str) -> bool:
    """Whether a content is there."""
    return contents().exists(content_name(organisation, sha256))


def opened(organisation: str, sha256: str) -> IO[bytes]:
    """A content, to be read in pieces and closed.

    Raises:
        FileNotFoundError: it is not there any more.
    """
    return contents().open(content_name(organisation, sha256), "rb")


def discard(organisation: str, sha256: str) -> None:
    """Remove a content for good. After its row, once nothing shows it any more; one that is gone already is no fault."""
    with suppress(FileNotFoundError):
        contents().delete(content_name(organisation, sha256))


def missing(organisation: str, hashes: Iterable[str]) -> tuple[str, ...]:
    """Those of these contents that are not there any more."""
    store = contents()
    return tuple(sha256 for sha256 in hashes if not store.exists(content_name(organisation, sha256)))


def _measured(file: IO[bytes], media_type: str) -> Content:
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    for chunk in iter(lambda: file.read(_CHUNK), b""):
        digest.update(chunk)
        size += len(chunk)
    return Content(sha256=digest.hexdigest(), size=size, media_type=media_type)


def _sync(folder: Path) -> None:
    """Have the new name written too, where the system allows to ask for it: Windows does not."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
