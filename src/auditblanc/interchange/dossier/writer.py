"""Write a dossier as a stream of bytes, in constant memory whatever its size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING

from auditblanc.interchange import streamed_zip
from auditblanc.interchange.dossier import data, sums
from auditblanc.interchange.dossier.layout import Placed, shelved
from auditblanc.interchange.dossier.readme import readme
from auditblanc.interchange.dossier.scope import Scope, chosen, indicators
from auditblanc.interchange.streamed_zip import StreamedZip

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

# Contents by their SHA-256. Raises FileNotFoundError.
Source = Callable[[str], IO[bytes]]

_GONE = "Le fichier « {name} » n’est plus là : le dossier ne peut pas être fait ; « auditblanc check » dit tout ce qui manque."
_ALTERED = "Le fichier « {name} » n’est plus celui qui avait été déposé : le dossier ne peut pas être fait ; « auditblanc check » dit tout ce qui est abîmé."


class AlteredError(Exception):
    """A file is not there, or no longer what its SHA-256 says: the archive was cut short. One French sentence."""


def stream(edition: Edition, snapshot: Snapshot, scope: Scope, source: Source, about: data.About) -> Iterator[bytes]:
    """The bytes of the archive, in order.

    Raises:
        AlteredError: at the first content that is missing or altered. What was given until then is no whole archive.
    """
    # Four megabytes that a worker which makes no dossier does without.
    from auditblanc.interchange.dossier.index_page import index_page, style_sheet  # noqa: PLC0415

    picked = chosen(edition, snapshot, scope)
    numbers = indicators(edition, scope)
    shelves = shelved(edition, numbers, picked.evidence)
    texts = {
        "index.html": index_page(edition, numbers, shelves, picked.left_out, about),
        "style.css": style_sheet(),
        "LISEZMOI.txt": readme(about, picked.left_out),
        "dossier.json": data.document(about, shelves, picked.left_out),
    }
    made = about.made_at
    archive = StreamedZip((made.year, made.month, made.day, made.hour, made.minute, made.second))
    for path, content in texts.items():
        yield from archive.text(path, content)
    for placed in (each for shelf in shelves for each in shelf.files):
        yield from _file(archive, placed, source)
    yield from archive.text(sums.NAME, sums.written(archive.sums))
    yield from archive.end()


def _file(archive: StreamedZip, placed: Placed, source: Source) -> Iterator[bytes]:
    file = placed.file
    try:
        yield from archive.file(placed.path, source(file.sha256), size=file.size, sha256=file.sha256)
    except FileNotFoundError as error:
        raise AlteredError(_GONE.format(name=file.name)) from error
    except streamed_zip.AlteredError as error:
        raise AlteredError(_ALTERED.format(name=file.name)) from error
