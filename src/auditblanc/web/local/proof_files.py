"""Contents of files of proofs, between a copy and where the site keeps them: a folder, or an S3-compatible server."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

from auditblanc.web import environment
from auditblanc.web.local.live_database import opened
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.core.files.storage import Storage

_FORBIDDEN = "Le fichier de preuve « {name} » ne peut pas être lu : lancez la commande au nom de l’utilisateur du site."
_CHUNK = 1 << 20
# What is larger goes through the disk.
_IN_MEMORY = 8_000_000
_TABLE = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'assessments_storedfile'"
_NAMED = """
    SELECT organisation.key, file.sha256 FROM assessments_storedfile AS file
    JOIN accounts_organisation AS organisation ON organisation.id = file.organisation_id
    ORDER BY organisation.key, file.sha256
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A content that a database tells of; its name where it is kept is made of the organisation and the hash."""

    organisation: str
    sha256: str

    @property
    def name(self) -> str:
        return f"{self.organisation}/{self.sha256[:2]}/{self.sha256}"


def named_by(database: Path) -> list[Proof]:
    """Those that the rows of a SQLite database tell of; none in one that is older than they are."""
    with closing(opened(database)) as rows:
        if not rows.execute(_TABLE).fetchone()[0]:
            return []
        return [Proof(organisation=key, sha256=sha256) for key, sha256 in rows.execute(_NAMED)]


def store_of(folder: Path) -> Storage:
    """Where the site of a data folder keeps them."""
    from django.core.files.storage import storages  # noqa: PLC0415 -- after the settings

    return storages.create_storage(environment.files(folder))


def whole(store: Storage, proofs: list[Proof], scratch: Path) -> Iterator[tuple[Proof, IO[bytes]]]:
    """Each of them that is still there and still what its hash says, to be read from its start before the next is asked for."""
    for proof in proofs:
        with SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(scratch)) as content:
            if _read(store, proof, content) == proof.sha256:
                content.seek(0)
                yield proof, content


def put(store: Storage, proof: Proof, content: IO[bytes]) -> None:
    """Have the content there, unless it is. It appears whole or not at all."""
    from django.core.files.base import File  # noqa: PLC0415 -- after the settings

    if _read(store, proof) != proof.sha256:
        store.save(proof.name, File(content))


def _read(store: Storage, proof: Proof, into: IO[bytes] | None = None) -> str:
    """The hash of what is there, which is written to ``into`` too; "" where nothing is.

    Raises:
        RefusedError: it is another user's.
    """
    digest = hashlib.sha256()
    try:
        with store.open(proof.name, "rb") as source:
            while block := source.read(_CHUNK):
                digest.update(block)
                if into is not None:
                    into.write(block)
    except FileNotFoundError:
        return ""
    except PermissionError as error:
        raise RefusedError(_FORBIDDEN.format(name=proof.name)) from error
    return digest.hexdigest()
