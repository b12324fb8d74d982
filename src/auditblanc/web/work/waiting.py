"""Whether anything waits on one person's machine, without Django: its work process is started only then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WAITS = "SELECT 1 FROM django_tasks_database_dbtaskresult WHERE status IN ('READY', 'RUNNING') LIMIT 1"


def is_waiting(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute(_WAITS).fetchone() is not None
    except sqlite3.Error:  # not made yet, or being replaced
        return False
