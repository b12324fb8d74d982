"""One process at work: job after job, each held by signs of life; and what other processes left is taken back."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING

from django.db import DatabaseError, close_old_connections, connection

from auditblanc.assessments.background import queue
from auditblanc.assessments.background.queue import Limits
from auditblanc.assessments.background.silence import Silence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from auditblanc.assessments.background.queue import Job

LIMITS = Limits()
_log = logging.getLogger(__name__)


def work(stop: threading.Event, limits: Limits = LIMITS, *, idle: float | None = None) -> None:
    """Do what waits until ``stop`` is set, which lets the job at hand end; or until the queue is empty for ``idle`` seconds."""
    worker, silence, last = _name(), Silence(limits), time.monotonic()
    while not stop.is_set():
        if _look(worker, silence, limits):
            last = time.monotonic()
            continue
        if idle is not None and time.monotonic() - last >= idle:
            if queue.is_empty():
                return
            last = time.monotonic()
        stop.wait(limits.look)


def work_now(limits: Limits = LIMITS, *, only: str = "") -> int:
    """Do all that waits, in this process; how many jobs that was. ``only``: of this task."""
    worker, done = _name(), 0
    while _next(worker, limits, only):
        done += 1
    return done


def _name() -> str:
    return token_hex(8)


def _look(worker: str, silence: Silence, limits: Limits) -> bool:
    """Whether there was a job. A database that is away for a moment does not end the process."""
    try:
        silence.look()
        return _next(worker, limits)
    except DatabaseError:
        _log.exception("The queue does not answer")
        connection.close()
        return False


def _next(worker: str, limits: Limits, only: str = "") -> bool:
    if not connection.in_atomic_block:  # who holds one keeps it
        close_old_connections()
    job = queue.take(worker, only)
    if job is None:
        return False
    try:
        with _signs_of_life(job.id, worker, limits.beat):
            _run(job)
    except Exception as error:  # noqa: BLE001 -- whatever a task raises is kept with its job
        queue.failed(job, worker, error, limits)
    else:
        queue.done(job, worker)
    return True


def _run(job: Job) -> None:
    job.task.call(*job.args_kwargs["args"])


@contextmanager
def _signs_of_life(job: UUID, worker: str, every: float) -> Iterator[None]:
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=(job, worker, every, over), name="auditblanc-beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(job: UUID, worker: str, every: float, over: threading.Event) -> None:
    try:
        while not over.wait(every):
            try:
                queue.beat(job, worker)
            except DatabaseError:
                _log.exception("A sign of life was not written")
                connection.close()
    finally:
        connection.close()  # this thread's own
