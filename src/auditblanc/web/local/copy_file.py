"""One file that holds the person's data: database, files of proofs, own editions of the text, and a list of all parts.

The secret stays out: it only signs the cookies of one machine, and whoever is given a copy must not come in with it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from auditblanc import __version__
from auditblanc.interchange.data_folder import PROOFS_FOLDER, editions_folder
from auditblanc.interchange.saving import fill_atomically, make_folder
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.copy_format import EDITIONS, FILES_LIMIT, FORMAT, MANIFEST
from auditblanc.web.local.copy_reading import prove
from auditblanc.web.local.live_database import copy_database
from auditblanc.web.local.postgresql import is_empty, save_rows
from auditblanc.web.local.proof_files import Proof, named_by, store_of, whole
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

# Where the site itself puts copies, before it changes much.
KEPT = "sauvegardes"
# Seconds: no copy takes a day.
_LEFT = 24 * 3600
_NOTHING = "Le dossier « {folder} » ne contient pas encore de données d’Auditblanc : il n’y a rien à copier."
_EMPTY = "La base PostgreSQL ne contient pas encore de données d’Auditblanc : il n’y a rien à copier."
_TOO_MANY = "Ces données ont {count} fichiers de preuves, trop pour une seule copie : faites-la sans eux (« auditblanc backup --without-files »), et copiez-les avec les outils de leur stockage."


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many contents of files of proofs are in a copy; how many are not, being gone or altered where they are kept."""

    files: int
    missing: int


def save_copy(folder: Path, target: Path, *, at: datetime, with_files: bool = True) -> Written:
    """Write the copy at ``target``, read again and found whole, or not at all. The site may be running and saving.

    ``with_files``: files of proofs too.

    Raises:
        RefusedError: there are no data in the folder, or too many files for one copy.
        SavingError: the file cannot be written there.
        UnreadableFileError: what was written does not hold.
    """
    written = []

    def fill(package: IO[bytes]) -> None:
        written.append(write_copy(folder, package, at=at, with_files=with_files))
        prove(package, folder)

    make_folder(folder)
    forget_unfinished(folder, target.parent, now=at)
    fill_atomically(target, fill)
    return written[0]


def write_copy(folder: Path, package: IO[bytes], *, at: datetime, with_files: bool = True) -> Written:
    """Write the copy into an open file.

    Raises:
        RefusedError: there are no data in the folder, or too many files for one copy.
    """
    with TemporaryDirectory(dir=folder, prefix=".copie-") as scratch:
        # The database first: a file that it names was there before it.
        parts = _parts(folder, _database(folder, Path(scratch)))
        proofs = named_by(parts[DATABASE_FILE]) if with_files else []
        if len(proofs) > FILES_LIMIT:
            raise RefusedError(_TOO_MANY.format(count=len(proofs)))
        return _pack(package, parts, whole(store_of(folder), proofs, Path(scratch)), at=at, count=len(proofs))


def forget_unfinished(folder: Path, target: Path, *, now: datetime) -> None:
    """Remove what copies left that were cut short, here and where they were to be, once no copy can still be at it."""
    for path in (*folder.glob(".copie-*"), *target.glob(".auditblanc-*.tmp")):
        with suppress(OSError):
            if now.timestamp() - path.stat().st_mtime > _LEFT:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def file_name(at: datetime) -> str:
    return f"auditblanc-{at:%Y-%m-%d-%H%M}.zip"


def keep_copy(folder: Path, reason: str, *, at: datetime) -> Path:
    """A copy within the data folder, named after the reason and the moment.

    Files of proofs stay where they are: their contents never change, and nothing that comes next removes them.
    """
    target = folder / KEPT / f"{reason}-{at:%Y-%m-%d-%H%M%S}.zip"
    target.parent.mkdir(exist_ok=True)
    save_copy(folder, target, at=at, with_files=False)
    return target


def _database(folder: Path, scratch: Path) -> Path:
    """The database of one moment, as a SQLite file of its own."""
    if text(DATABASE_VARIABLE):
        if is_empty():
            raise RefusedError(_EMPTY)
        return save_rows(scratch)
    if not (folder / DATABASE_FILE).is_file():
        raise RefusedError(_NOTHING.format(folder=folder))
    copy_database(folder / DATABASE_FILE, scratch / DATABASE_FILE)
    return scratch / DATABASE_FILE


def _parts(folder: Path, database: Path) -> dict[str, Path]:
    """What goes in, by its name in the file, besides files of proofs."""
    own = sorted(path for path in editions_folder().glob("*.toml") if path.is_file())
    remembered = folder / state.FILE
    return {
        DATABASE_FILE: database,
        **({state.FILE: remembered} if remembered.is_file() else {}),
        **{f"{EDITIONS}{path.name}": path for path in own},
    }


def _pack(
    package: IO[bytes], parts: dict[str, Path], proofs: Iterator[tuple[Proof, IO[bytes]]], *, at: datetime, count: int
) -> Written:
    told: dict[str, dict[str, object]] = {}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as out:
        for name, path in parts.items():
            told[name] = {"size": path.stat().st_size, "sha256": digest(path)}
            out.write(path, name)
        files = 0
        for proof, content in proofs:
            name = f"{PROOFS_FOLDER}/{proof.name}"
            told[name] = {"size": content.seek(0, 2), "sha256": proof.sha256}
            content.seek(0)
            files += 1
            # Pictures and PDF do not get smaller.
            with out.open(zipfile.ZipInfo(name), "w", force_zip64=True) as into:
                shutil.copyfileobj(content, into, 1 << 20)
        manifest = {"format": FORMAT, "auditblanc": __version__, "made_at": at.isoformat(timespec="seconds")}
        out.writestr(MANIFEST, json.dumps({**manifest, "parts": told}, ensure_ascii=False, indent=0))
    return Written(files=files, missing=count - files)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
