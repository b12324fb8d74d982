"""The person's data folder: a place where a database is safe, made with its secret."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from itertools import chain
from pathlib import Path

import psutil

from auditblanc.interchange.data_folder import PROOFS_FOLDER, UPLOADS_FOLDER, platform_folder
from auditblanc.interchange.saving import make_folder
from auditblanc.web.environment import SECRET_FILE
from auditblanc.web.local.places import Mount, is_on_a_network, synchroniser
from auditblanc.web.local.private_files import write_private
from auditblanc.web.local.refused import RefusedError

# Held by the one program that works on the folder.
LOCK = "demarrage.lock"
_SYNCHRONISED = 'Le dossier « {folder} » est synchronisé par {program}, ce qui abîme une base de données : gardez vos données sur ce seul ordinateur, par exemple avec « auditblanc start --data "{elsewhere}" », et déposez-y plutôt les copies.'
_NETWORK = 'Le dossier « {folder} » est sur le disque d’une autre machine, où une base de données s’abîme : gardez vos données sur ce seul ordinateur, par exemple avec « auditblanc start --data "{elsewhere}" ».'


def made(folder: Path) -> Path:
    """The folder, ready to hold a database, with the secret that signs its cookies.

    Raises:
        RefusedError: another program or another machine would spoil the database there.
        SavingError: the folder cannot be made.
    """
    folder = folder.expanduser().absolute()
    if refusal := reason_against(folder):
        raise RefusedError(refusal)
    is_new = not folder.exists()
    make_folder(folder)
    if is_new:
        folder.chmod(0o700)
    (folder / UPLOADS_FOLDER).mkdir(mode=0o700, exist_ok=True)
    if not (folder / SECRET_FILE).is_file():
        write_private(folder / SECRET_FILE, secrets.token_urlsafe(48))
    return folder


def forget_unfinished(folder: Path) -> None:
    """Remove what uploads left that were cut short. Only while no site runs on the folder."""
    unfinished = ((folder / UPLOADS_FOLDER).glob("*"), (folder / PROOFS_FOLDER).glob("*/*/.auditblanc-*.tmp"))
    for path in chain(*unfinished):
        with suppress(OSError):
            path.unlink()


def reason_against(folder: Path) -> str:
    """Why a database must not lie there, and where it may; "" when it may."""
    sentence, program = _fault(folder)
    return sentence.format(folder=folder, program=program, elsewhere=_elsewhere()) if sentence else ""


def _fault(folder: Path) -> tuple[str, str]:
    real = folder.resolve()
    program = synchroniser(folder, os.environ) or synchroniser(real, os.environ)
    if program:
        return _SYNCHRONISED, program
    return (_NETWORK, "") if is_on_a_network(real, _mounts()) else ("", "")


def _elsewhere() -> Path:
    """A place to propose: the platform's, else one in the person's own folder."""
    usual = platform_folder() / "auditblanc"
    return Path.home() / "auditblanc" if _fault(usual)[0] else usual


def _mounts() -> list[Mount]:
    listed = psutil.disk_partitions(all=True)
    return [Mount(point=Path(disk.mountpoint), kind=disk.fstype, options=disk.opts) for disk in listed]
