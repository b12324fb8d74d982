"""One file that holds the person's data: database, files of proofs, own editions of the text, and a list of all parts.

The secret stays out: it only signs the cookies of one machine, and whoever is given a copy must not come in with it.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, TYPE_CHECKING

from auditblanc import __version__
from auditblanc.interchange.data_folder import PROOFS_FOLDER, editions_folder
from auditblanc.interchange.saving import copy_atomically
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.live_database import copy_database
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from datetime import datetime

MANIFEST = "manifeste.json"
EDITIONS = "editions/"
# 2: files of proofs are there too.
FORMAT = 2
# Of a file of proofs: its organisation, then its content.
FILE_NAME = re.compile(rf"{PROOFS_FOLDER}/[0-9a-z]+/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
# Where the site itself puts copies, before it changes much.
KEPT = "sauvegardes"
_ELSEWHERE = "Ces données sont dans une base PostgreSQL : copiez-la avec ses propres outils (pg_dump)."
_NOTHING = "Le dossier « {folder} » ne contient pas encore de données d’Auditblanc : il n’y a rien à copier."


def save_copy(folder: Path, target: Path, *, at: datetime, with_files: bool = True) -> None:
    """Write the copy at ``target``, whole or not at all. The site may be running and saving.

    ``with_files``: files of proofs too.

    Raises:
        RefusedError: there are no data in the folder.
        SavingError: the file cannot be written there.
    """
    with TemporaryFile(dir=folder) as package:
        write_copy(folder, package, at=at, with_files=with_files)
        package.seek(0)
        copy_atomically(package, target)


def write_copy(folder: Path, package: IO[bytes], *, at: datetime, with_files: bool = True) -> None:
    """Write the copy into an open file.

    Raises:
        RefusedError: there are no data in the folder.
    """
    if text(DATABASE_VARIABLE):
        raise RefusedError(_ELSEWHERE)
    if not (folder / DATABASE_FILE).is_file():
        raise RefusedError(_NOTHING.format(folder=folder))
    with TemporaryDirectory(dir=folder, prefix=".copie-") as scratch:
        # The database first: a file that it names was there before it.
        parts = _parts(folder, Path(scratch))
        _pack(parts | (_files(folder) if with_files else {}), package, at)


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


def _files(folder: Path) -> dict[str, Path]:
    """Files of proofs, by their name in the copy: that of the folder, whose last part tells the content."""
    kept = sorted(path for path in (folder / PROOFS_FOLDER).glob("*/*/*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path for path in kept}
    return {name: path for name, path in found.items() if FILE_NAME.fullmatch(name)}


def _pack(parts: dict[str, Path], package: IO[bytes], at: datetime) -> None:
    told = {name: {"size": path.stat().st_size, "sha256": digest(path)} for name, path in parts.items()}
    manifest = {"format": FORMAT, "auditblanc": __version__, "made_at": at.isoformat(timespec="seconds"), "parts": told}
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        for name, path in parts.items():
            # Pictures and PDF do not get smaller; the rest does.
            out.write(path, name, zipfile.ZIP_STORED if name.startswith(PROOFS_FOLDER) else None)


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
