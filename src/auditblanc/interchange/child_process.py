"""What a process that opens one file says by its end, and how it bounds itself. Loads nothing: it starts at once."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module

# How the process ends. 0: the answer is on standard output; REFUSED: a French sentence is; NO_ROOM: neither could be written.
REFUSED, TOO_HEAVY, NO_ROOM = 2, 3, 4


def bound(*, memory: int, seconds: int) -> None:
    """Ask the system for limits, where it has them: Windows has not."""
    with suppress(ImportError):
        # Twice the bytes: what is mapped is counted too, not only what is used.
        limits = import_module("resource")
        limits.setrlimit(limits.RLIMIT_AS, (2 * memory, 2 * memory))
        limits.setrlimit(limits.RLIMIT_CPU, (seconds, seconds))
