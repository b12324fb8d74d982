"""How anything is written: one at a time on SQLite, in one transaction everywhere.

SQLite lets one writer in. Waiting for it in the kernel, before the transaction begins, is fairer than SQLite's own
sleep-and-retry. See docs/decisions/0011-database.md.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection, transaction
from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Iterator

_here = threading.RLock()


@contextmanager
def writing() -> Iterator[None]:
    """Everything within is written, or nothing. Read, decide and render outside: others are waiting."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    with alone(), transaction.atomic():
        yield


@contextmanager
def alone() -> Iterator[None]:
    """Nobody else writes to this SQLite database meanwhile, and no transaction is begun."""
    with _here, _gate(str(connection.settings_dict["NAME"])):
        yield


@lru_cache
def _gate(database: str) -> FileLock:
    """The lock that the other processes on this database share."""
    return FileLock(Path(f"{database}.gate"), thread_local=False)
