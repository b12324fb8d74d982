"""One file that holds the person's data: database, own editions of the text, and a list of parts with their SHA-256.

The secret stays out: it only signs the cookies of one machine, and whoever is given a copy must not come in with it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, TYPE_CHECKING

from auditblanc import __version__
from auditblanc.interchange.data_folder import editions_folder
from auditblanc.interchange.saving import copy_atomically
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.live_database import copy_database
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from datetime import datetime

MANIFEST = "manifeste.json"
EDITIONS = "editions/"
FORMAT = 1
# Where the site itself puts copies, before it changes much.
KEPT = "sauvegardes"
_ELSEWHERE = "Ces données sont dans une base PostgreSQL : copiez-la avec ses propres outils (pg_dump)."
_NOTHING = "Le dossier « {folder} » ne contient pas encore de données d’Auditblanc : il n’y a rien à copier."


def save_copy(folder: Path, target: Path, *, at: datetime) -> None:
    """Write the copy at ``target``, whole or not at all. The site may be running and saving.

    Raises:
        RefusedError: there are no data in the folder.
        SavingError: the file cannot be written there.
    """
    with TemporaryFile(dir=folder) as package:
        write_copy(folder, package, at=at)
        package.seek(0)
        copy_atomically(package, target)


def write_copy(folder: Path, package: IO[bytes], *, at: datetime) -> None:
    """Write the copy into an open file.

    Raises:
        RefusedError: there are no data in the folder.
    """
    if text(DATABASE_VARIABLE):
        raise RefusedError(_ELSEWHERE)
    if not (folder / DATABASE_FILE).is_file():
        raise RefusedError(_NOTHING.format(folder=folder))
    with TemporaryDirectory(dir=folder, prefix=".copie-") as scratch:
        _pack(_parts(folder, Path(scratch)), package, at)


def file_name(at: datetime) -> str:
    return f"auditblanc-{at:%Y-%m-%d-%H%M}.zip"


def keep_copy(folder: Path, reason: str, *, at: datetime) -> Path:
    """A copy within the data folder, named after the reason and the moment."""
    target = folder / KEPT / f"{reason}-{at:%Y-%m-%d-%H%M%S}.zip"
    target.parent.mkdir(exist_ok=True)
    save_copy(folder, target, at=at)
    return target


def _parts(folder: Path, scratch: Path) -> dict[str, Path]:
    """What goes in, by its name in the file."""
    copy_database(folder / DATABASE_FILE, scratch / DATABASE_FILE)
    own = sorted(path for path in editions_folder().glob("*.toml") if path.is_file())
    remembered = folder / state.FILE
    return {
        DATABASE_FILE: scratch / DATABASE_FILE,
        **({state.FILE: remembered} if remembered.is_file() else {}),
        **{f"{EDITIONS}{path.name}": path for path in own},
    }


def _pack(parts: dict[str, Path], package: IO[bytes], at: datetime) -> None:
    told = {name: {"size": path.stat().st_size, "sha256": digest(path)} for name, path in parts.items()}
    manifest = {"format": FORMAT, "auditblanc": __version__, "made_at": at.isoformat(timespec="seconds"), "parts": told}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for name, path in parts.items():
            out.write(path, name)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
