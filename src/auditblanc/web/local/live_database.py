"""The database itself, through SQLite alone: copied while others write, and put in the place of another while others read."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 30
# What waited to be done when a copy was made is asked for again by people, not by the copy.
QUEUE = ("django_tasks_database_dbtaskresult", "assessments_lease")


def copy_database(source: Path, target: Path) -> None:
    """A copy of one moment, in one file, whatever is being written: SQLite reads its own snapshot. Without the queue."""
    with closing(opened(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        _empty_the_queue(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def replace_database(live: Path, new: Path) -> None:
    """Put what ``new`` holds in the place of what ``live`` holds, in one transaction of SQLite.

    No file is renamed: those who have the database open, in this process or another, read the new content from then on,
    also on Windows. Nobody may be writing meanwhile (``accounts.writing.alone``).

    Raises:
        sqlite3.Error: one of the two is not a database; ``live`` is as it was.
    """
    with closing(opened(new)) as source, closing(opened(live)) as target:
        source.backup(target)
        # What was replaced leaves the disk with it, as far as SQLite can tell.
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def opened(file: Path) -> sqlite3.Connection:
    """An existing database, with the one function that our constraints call.

    Raises:
        sqlite3.Error: there is none, or it is not a database.
    """
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=_PATIENCE)
    connection.create_function("regexp", 2, _matches, deterministic=True)
    return connection


def _empty_the_queue(copy: sqlite3.Connection) -> None:
    """A database of an earlier version has none."""
    tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for name in tables.intersection(QUEUE):
        copy.execute(f"DELETE FROM {name}")  # noqa: S608 -- one of the two above
    copy.commit()


def is_whole(file: Path) -> bool:
    """Whether its pages agree, and each row points at rows that are there.

    Raises:
        sqlite3.Error: it is not a database.
    """
    with closing(opened(file)) as database:
        pages = database.execute("PRAGMA integrity_check").fetchall()
        return pages == [("ok",)] and database.execute("PRAGMA foreign_key_check").fetchone() is None


def _matches(pattern: str, value: object) -> bool:
    return re.search(pattern, str(value)) is not None
