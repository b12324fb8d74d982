"""How anything is written: one at a time on SQLite, in one transaction everywhere.

SQLite lets one writer in. Waiting for one's turn before the transaction begins is fairer than SQLite's own
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
# Seconds between two looks at a lock: no library waits for one in the kernel on every system.
_POLL = 0.001


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
    turn, gate = _locks(str(connection.settings_dict["NAME"]))
    with _here:
        _enter(turn, gate)
        try:
            yield
        finally:
            gate.release()


def _enter(turn: FileLock, gate: FileLock) -> None:
    """Wait at the gate, one process at a time: whoever comes back from it must let the one who waits there go first."""
    if gate.is_locked:  # by this very thread, since it holds `_here`
        gate.acquire()
        return
    with turn:
        gate.acquire()


@lru_cache
def _locks(database: str) -> tuple[FileLock, FileLock]:
    """The locks that the other processes on this database share: the turn, then the gate."""
    turn, gate = (
        FileLock(Path(f"{database}{end}"), thread_local=False, poll_interval=_POLL) for end in (".turn.gate", ".gate")
    )
    return turn, gate
