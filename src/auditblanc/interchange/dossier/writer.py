"""Write a dossier as a stream of bytes, in constant memory whatever its size."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from auditblanc.interchange.dossier import data, sums
from auditblanc.interchange.dossier.index_page import index_page, style_sheet
from auditblanc.interchange.dossier.layout import Placed, shelved
from auditblanc.interchange.dossier.readme import readme
from auditblanc.interchange.dossier.scope import Scope, chosen, indicators

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

# Contents by their SHA-256. Raises FileNotFoundError.
Source = Callable[[str], IO[bytes]]
_BLOCK = 1 << 18


class AlteredError(Exception):
    """A file is not there, or no longer what its SHA-256 says: the archive was cut short. One French sentence."""


def stream(edition: Edition, snapshot: Snapshot, scope: Scope, source: Source, about: data.About) -> Iterator[bytes]:
    """The bytes of the archive, in order.

    Raises:
        AlteredError: at the first content that is missing or altered. What was given until then is no whole archive.
    """
    picked = chosen(edition, snapshot, scope)
    numbers = indicators(edition, scope)
    shelves = shelved(edition, numbers, picked.evidence)
    texts = {
        "index.html": index_page(edition, numbers, shelves, picked.left_out, about),
        "style.css": style_sheet(),
        "LISEZMOI.txt": readme(about, picked.left_out),
        "dossier.json": data.document(about, shelves, picked.left_out),
    }
    archive = _Archive(when=about.made_at.timetuple()[:6])
    for path, content in texts.items():
        yield from archive.text(path, content)
    for placed in (each for shelf in shelves for each in shelf.files):
        yield from archive.file(placed, source)
    yield from archive.text(sums.NAME, sums.written(archive.sums))
    yield from archive.end()


@dataclass(slots=True)
class _Archive:
    """A ZIP that goes out as it is made: what was written is given, then forgotten."""

    when: tuple[int, ...]
    sums: dict[str, str] = field(default_factory=dict)
    _sink: _Sink = field(init=False)
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        self._sink = _Sink()
        self._zip = zipfile.ZipFile(self._sink, "w", zipfile.ZIP_STORED)  # type: ignore[call-overload]  # it only writes

    def text(self, path: str, content: bytes) -> Iterator[bytes]:
        self.sums[path] = hashlib.sha256(content).hexdigest()
        self._zip.writestr(self._entry(path, len(content)), content, zipfile.ZIP_DEFLATED)
        yield self._sink.given()

    def file(self, placed: Placed, source: Source) -> Iterator[bytes]:
        found = hashlib.sha256()
        try:
            with (
                source(placed.file.sha256) as content,
                self._zip.open(self._entry(placed.path, placed.file.size), "w") as out,
            ):
                while block := content.read(_BLOCK):
                    found.update(block)
                    out.write(block)
                    yield self._sink.given()
        except FileNotFoundError as error:
            raise AlteredError(_GONE.format(name=placed.file.name)) from error
        if found.hexdigest() != placed.file.sha256:
            raise AlteredError(_ALTERED.format(name=placed.file.name))
        self.sums[placed.path] = placed.file.sha256
        yield self._sink.given()

    def end(self) -> Iterator[bytes]:
        self._zip.close()
        yield self._sink.given()

    def _entry(self, path: str, size: int) -> zipfile.ZipInfo:
        entry = zipfile.ZipInfo(path, self.when)  # type: ignore[arg-type]  # six numbers
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


_GONE = "Le fichier « {name} » n’est plus là : le dossier ne peut pas être fait ; « auditblanc check » dit tout ce qui manque."
_ALTERED = "Le fichier « {name} » n’est plus celui qui avait été déposé : le dossier ne peut pas être fait ; « auditblanc check » dit tout ce qui est abîmé."
