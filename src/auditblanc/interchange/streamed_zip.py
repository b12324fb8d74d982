"""A ZIP that goes out as it is made, in constant memory: what was written is given, then forgotten."""

from __future__ import annotations

import hashlib
import zipfile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = 1 << 18


class AlteredError(Exception):
    """A content is not what its SHA-256 says: the archive was cut short, and is no whole one."""


class StreamedZip:
    """``when``: the moment that every entry bears, as six numbers. ``sums``: the SHA-256 of each entry so far, by its path."""

    def __init__(self, when: tuple[int, int, int, int, int, int]) -> None:
        self.sums: dict[str, str] = {}
        self._when = when
        self._sink = _Sink()
        self._zip = zipfile.ZipFile(self._sink, "w", zipfile.ZIP_STORED)  # type: ignore[call-overload]  # it only writes

    def text(self, path: str, content: bytes) -> Iterator[bytes]:
        """An entry that is held in memory, compressed."""
        self.sums[path] = hashlib.sha256(content).hexdigest()
        self._zip.writestr(self._entry(path, len(content)), content, zipfile.ZIP_DEFLATED)
        yield self._sink.given()

    def file(self, path: str, content: IO[bytes], *, size: int, sha256: str) -> Iterator[bytes]:
        """An entry read block by block, stored as it is. ``size`` in bytes.

        Raises:
            AlteredError: the content has another SHA-256 than ``sha256``.
        """
        found = hashlib.sha256()
        with content, self._zip.open(self._entry(path, size), "w") as out:
            while block := content.read(_BLOCK):
                found.update(block)
                out.write(block)
                yield self._sink.given()
        if found.hexdigest() != sha256:
            raise AlteredError(path)
        self.sums[path] = sha256
        yield self._sink.given()

    def end(self) -> Iterator[bytes]:
        self._zip.close()
        yield self._sink.given()

    def _entry(self, path: str, size: int) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(path, self._when)
        # Said before, so that the headers have room for more than 4 GB where they need it.
        entry.file_size = size
        entry.external_attr = 0o644 << 16
        return entry


class _Sink:
    """Takes what the archive writes, and gives it away once."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        pass

    def given(self) -> bytes:
        data = b"".join(self._parts)
        self._parts.clear()
        return data
