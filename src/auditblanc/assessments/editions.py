"""The editions at hand: those shipped, and those that were installed here. Read again when the folder changes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load
from auditblanc.interchange.data_folder import editions_folder

if TYPE_CHECKING:
    from pathlib import Path

    from auditblanc.domain.catalogue import Catalogue

# What a folder looks like from outside: the name, the size and the last change of each file.
Look = tuple[tuple[str, int, int], ...]


def catalogue() -> Catalogue:
    """Every edition at hand.

    Raises:
        EditionError: an installed file is at fault.
    """
    folder = editions_folder()
    return _loaded(folder, _look(folder))


def _look(folder: Path) -> Look:
    if not folder.is_dir():
        return ()
    files = ((path.name, path.stat()) for path in sorted(folder.iterdir()) if path.is_file())
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in files)


@lru_cache(maxsize=2)
def _loaded(folder: Path, look: Look) -> Catalogue:
    return load([folder] if look else [])
