"""A copy that the person gave in the site waits here, checked, until they confirm."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from auditblanc.web.local.copy_check import Contents, checked, contents
from auditblanc.web.local.copy_format import MANIFEST
from auditblanc.web.local.copy_reading import Unpacked, unpack, unpacked

_FOLDER = ".a-restaurer"


def stage(file: IO[bytes], folder: Path) -> None:
    """Check a copy and let it wait, in the place of the one that waited.

    Raises:
        UnreadableFileError: it cannot be used.
    """
    with TemporaryDirectory(dir=folder, prefix=".copie-", ignore_cleanup_errors=True) as scratch:
        made = Path(scratch) / "copie"
        made.mkdir()
        checked(unpack(file, made))
        forget_staged(folder)
        made.replace(folder / _FOLDER)


def staged(folder: Path) -> tuple[Unpacked, Contents] | None:
    """The copy that waits, and what it holds."""
    place = folder / _FOLDER
    if not (place / MANIFEST).is_file():
        return None
    copy = unpacked(place)
    return copy, contents(copy)


def forget_staged(folder: Path) -> None:
    shutil.rmtree(folder / _FOLDER, ignore_errors=True)
