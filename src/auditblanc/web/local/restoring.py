"""`auditblanc restore`: from a file to the data, while the site does not run."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.web.local import folder as data
from auditblanc.web.local import running
from auditblanc.web.local.copy_check import Contents, checked
from auditblanc.web.local.copy_reading import unpack
from auditblanc.web.local.outside import reached
from auditblanc.web.local.prepare import set_up
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from datetime import datetime

_RUNS = "Auditblanc est ouvert sur ces données : arrêtez-le (Ctrl-C dans sa fenêtre), ou restaurez la copie depuis sa page « Mes données »."
_NOT_THERE = "{file} : ce fichier ne peut pas être ouvert ; vérifiez son nom et son dossier."


def restore(file: Path, folder: Path, *, at: datetime) -> tuple[Contents, str]:
    """Put the copy in place; what it holds, and where the former data are now.

    Raises:
        RefusedError: the site runs, or the folder does not suit.
        UnreadableFileError: the copy cannot be used; nothing was changed.
    """
    folder = data.made(folder)
    try:
        with FileLock(folder / data.LOCK).acquire(timeout=0):
            if running.found(folder):
                raise RefusedError(_RUNS)
            set_up(folder)
            with reached():
                return _restored(file, folder, at)
    except Timeout:
        raise RefusedError(_RUNS) from None


def _restored(file: Path, folder: Path, at: datetime) -> tuple[Contents, str]:
    from auditblanc.web.local.putting_back import put_back  # noqa: PLC0415 -- after the settings

    try:
        opened = file.open("rb")
    except OSError as error:
        raise UnreadableFileError(_NOT_THERE.format(file=file)) from error
    with opened, TemporaryDirectory(dir=folder, prefix=".copie-", ignore_cleanup_errors=True) as scratch:
        copy = unpack(opened, Path(scratch))
        contents = checked(copy)
        return contents, put_back(copy, folder, at=at)
