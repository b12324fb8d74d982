"""Put a file on the disk whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
import stat
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class SavingError(Exception):
    """The file could not be written. The message is one French sentence that says why and what to do."""


_REASONS = {
    errno.ENOENT: "ce dossier n’existe pas ; créez-le ou choisissez-en un autre",
    errno.EEXIST: "un fichier porte déjà ce nom ; choisissez un autre dossier",
    errno.ENOTDIR: "une partie du chemin est un fichier et non un dossier ; choisissez un autre dossier",
    errno.EISDIR: "c’est un dossier ; ajoutez un nom de fichier",
    errno.EACCES: "vous n’avez pas le droit d’écrire à cet endroit, ou le fichier est ouvert dans un autre logiciel ; fermez-le ou choisissez un autre dossier",
    errno.EROFS: "ce disque est en lecture seule ; choisissez un autre dossier",
    errno.ENOSPC: "le disque est plein ; libérez de la place ou choisissez un autre disque",
    errno.EFBIG: "le fichier dépasse la taille permise à cet endroit ; choisissez un autre disque",
    errno.ENAMETOOLONG: "ce nom est trop long ; raccourcissez-le",
    errno.ELOOP: "ce chemin tourne en rond (liens) ; choisissez un autre dossier",
    errno.EINVAL: "ce nom contient un caractère interdit ; changez-le",
}
_SAME_REASON = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC}


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path``, then rename: whoever looks sees the old file or the new one, never half of one.

    A file that is there is replaced and its permissions kept; a link keeps pointing at what is replaced. Whether it may
    be replaced at all is for the caller to decide.

    Raises:
        SavingError: the folder is missing or read-only, the disk is full, the name cannot be one… Nothing was changed.
    """
    _put(path, lambda file: file.write(data))


def copy_atomically(source: IO[bytes], path: Path, *, mode: int | None = None) -> None:
    """Copy an open file as :func:`write_atomically` writes, without holding it in memory. ``mode``: its permissions.

    Raises:
        SavingError: as :func:`write_atomically`.
    """
    _put(path, lambda file: shutil.copyfileobj(source, file, 1 << 20), mode)


def fill_atomically(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    """Let ``fill`` write and read again, as :func:`write_atomically` writes: what it raises leaves nothing.

    Raises:
        SavingError: as :func:`write_atomically`.
    """
    _put(path, fill)


def make_folder(path: Path) -> None:
    """Make a folder and those above it; one that is there is left as it is.

    Raises:
        SavingError: a file is in the way, or the place is read-only.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavingError(_sentence(path, error.errno)) from error


def _put(path: Path, fill: Callable[[IO[bytes]], object], mode: int | None = None) -> None:
    try:
        _replace(_resolved(path), fill, mode)
    except OSError as error:
        raise SavingError(_sentence(path, error.errno)) from error


def _resolved(path: Path) -> Path:
    """Where the path leads.

    Raises:
        SavingError: nowhere.
    """
    try:
        return path.resolve()
    except ValueError as error:  # a NUL in the name
        raise SavingError(_sentence(path, errno.EINVAL)) from error
    except RuntimeError as error:  # how Python 3.11 and 3.12 tell of links in a circle
        raise SavingError(_sentence(path, errno.ELOOP)) from error


def _replace(target: Path, fill: Callable[[IO[bytes]], object], asked: int | None) -> None:
    mode = _replaceable_mode(target)
    draft = target.with_name(f".auditblanc-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("x+b") as file:
            if asked is not None:
                # Before there is anything to read in it.
                draft.chmod(asked)
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None and asked is None:
            draft.chmod(mode)
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _replaceable_mode(target: Path) -> int | None:
    """The permissions of the file that is there; ``None`` when there is none.

    Raises:
        OSError: what is there is a folder, a device or a pipe, or is read-only: renaming over it would destroy it.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EISDIR if stat.S_ISDIR(mode) else errno.EACCES, str(target))
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, str(target))
    return stat.S_IMODE(mode)


def _sentence(path: Path, code: int | None) -> str:
    number = code or 0
    reason = _REASONS.get(
        _SAME_REASON.get(number, number),
        f"le système a refusé l’écriture (code {number}) ; choisissez un autre dossier",
    )
    return f"Impossible d’écrire « {str(path).replace(chr(0), '�')} » : {reason}."
