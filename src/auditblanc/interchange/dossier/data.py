"""`dossier.json`: what a dossier holds, for programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.interchange.dossier.layout import Shelved

FORMAT = "auditblanc-dossier"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whose dossier it is, on which text, made when. ``journal_head``: the hash of the last event of the journal then."""

    organisation: str
    edition: str
    edition_label: str
    made_at: datetime
    journal_head: str = ""


def document(about: About, shelves: Iterable[Shelved], left_out: tuple[str, ...]) -> bytes:
    """The file, indented."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "organisation": about.organisation,
        "edition": about.edition,
        "made_at": about.made_at.isoformat(timespec="seconds"),
        "journal_head": about.journal_head,
        "left_out": left_out,
        "evidence": [_proof(shelf) for shelf in shelves],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _proof(shelf: Shelved) -> dict[str, Any]:
    said: dict[str, Any] = msgspec.to_builtins(shelf.evidence)
    # Former states stay at home; a key means nothing elsewhere.
    left = ("pieces", "key")
    files = [
        {"path": each.path, "name": each.file.name, "size": each.file.size, "sha256": each.file.sha256}
        for each in shelf.files
    ]
    return {name: value for name, value in said.items() if name not in left} | {"files": files}
