"""The database itself, through SQLite alone: copied while others write, and put in the place of another while others read."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 30


def copy_database(source: Path, target: Path) -> None:
    """A copy of one moment, in one file, whatever is being written: SQLite reads its own snapshot."""
    with closing(opened(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def opened(file: Path) -> sqlite3.Connection:
    """An existing database, with the one function that our constraints call.

    Raises:
        sqlite3.Error: there is none, or it is not a database.
    """
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)
    connection.create_function("regexp", 2, _matches, deterministic=True)
    return connection


def _matches(pattern: str, value: object) -> bool:
    return re.search(pattern, str(value)) is not None
