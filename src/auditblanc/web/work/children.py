"""The work processes of a site: started when needed, again when they end, ended with the site."""

from __future__ import annotations

import logging
import multiprocessing
import threading
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.web.work.child import be_at_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

_log = logging.getLogger(__name__)
# Seconds: between two looks at a child, and before one that failed is started again.
_LOOK, _PAUSE = 1.0, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """``count`` processes; they are started once ``is_needed`` and end after ``idle`` seconds of an empty queue, ``None``: never.

    ``grace``: seconds that a job at hand is given when the site ends.
    """

    count: int = 1
    idle: float | None = None
    is_needed: Callable[[], bool] = lambda: True
    grace: float = 60


@contextmanager
def work_children(wanted: Wanted) -> Iterator[None]:
    """While this lasts, what waits in the queue is done."""
    over = threading.Event()
    watches = [threading.Thread(target=_keep, args=(wanted, over), daemon=True) for _ in range(wanted.count)]
    for thread in watches:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in watches:
            thread.join()


def _keep(wanted: Wanted, over: threading.Event) -> None:
    """Keep one child at work until the site ends."""
    while not over.wait(_LOOK):
        if wanted.is_needed() and not _ends_well(wanted, over):
            over.wait(_PAUSE)


def _ends_well(wanted: Wanted, over: threading.Event) -> bool:
    """Start a child and stay until it ends, by itself or with the site."""
    context = multiprocessing.get_context("spawn")  # the one way that is the same on every system
    theirs, ours = context.Pipe(duplex=False)
    child = context.Process(target=be_at_work, args=(theirs, wanted.idle), name="auditblanc-work")
    child.start()
    theirs.close()
    while child.is_alive() and not over.is_set():
        child.join(_LOOK)
    _end(child, ours, wanted.grace)
    if child.exitcode:
        _log.error("A work process ended with %s", child.exitcode)
    return not child.exitcode


def _end(child: multiprocessing.process.BaseProcess, pipe: Connection, grace: float) -> None:
    """What it was doing is taken back by the next one, should it not end in time."""
    pipe.close()
    child.join(grace)
    if child.is_alive():
        child.kill()
        child.join()
