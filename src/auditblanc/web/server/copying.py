"""The copies of a shared site: a thread of its main process waits for their hour, a child makes each. Told in the log."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import sys
import threading
import time
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import SavingError
from auditblanc.web.environment import DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.copy_file import file_name, save_copy
from auditblanc.web.local.dated_copies import thin
from auditblanc.web.local.outside import reached
from auditblanc.web.local.prepare import set_up
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.server.copy_plan import is_missing
from auditblanc.web.server.logs import COPIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditblanc.web.server.copy_plan import Plan

_log = logging.getLogger(COPIES)
# Seconds: between two looks at the clock, before a copy that failed is tried again, and that one is given to end.
_LOOK, _PAUSE, _GRACE = 2.0, 900.0, 20.0
# What all machines of a site know this work by.
_KEY = 4_273_519_806


@contextmanager
def copies_made(asked: Plan | None, folder: Path) -> Iterator[None]:
    """While this lasts, the copies that are planned are made."""
    over = threading.Event()
    if asked is None:
        yield
        return
    watch = threading.Thread(target=_watch, args=(asked, folder, over), daemon=True)
    watch.start()
    try:
        yield
    finally:
        over.set()
        watch.join()


def _watch(asked: Plan, folder: Path, over: threading.Event) -> None:
    not_before = 0.0
    while not over.wait(_LOOK):
        if time.monotonic() >= not_before and is_missing(asked, datetime.now().astimezone()):
            _by_a_child(asked, folder, over)
            not_before = time.monotonic() + _PAUSE


def _by_a_child(asked: Plan, folder: Path, over: threading.Event) -> None:
    """Until it ends, by itself or with the site."""
    context = multiprocessing.get_context("spawn")  # the one way that is the same on every system
    child = context.Process(target=_copy_now, args=(asked, folder), name="auditblanc-copy")
    child.start()
    while child.is_alive() and not over.is_set():
        child.join(1)
    child.terminate()
    child.join(_GRACE)
    if child.is_alive():
        child.kill()
        child.join()


def _copy_now(asked: Plan, folder: Path) -> None:
    """What the child runs. Ctrl-C and a closed terminal reach it too: the main process says when, and drafts are removed."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    set_up(folder)
    copy_if_missing(asked, folder, now=datetime.now().astimezone())


def copy_if_missing(asked: Plan, folder: Path, *, now: datetime) -> None:
    """Make the copy that is missing, unless another machine does; then remove those that are more than enough."""
    start = time.perf_counter()
    try:
        with reached(), _one_at_a_time(folder) as is_our_turn:
            if not is_our_turn or not is_missing(asked, now):
                return
            target = asked.into / file_name(now)
            written = save_copy(folder, target, at=now, with_files=asked.with_files)
            said: dict[str, object] = {
                "copy": target.name,
                "bytes": target.stat().st_size,
                "files": written.files,
                "missing": written.missing,
            }
            state.copied(folder, now)
            said["removed"] = [path.name for path in thin(asked.into, asked.keep)]
            _log.info("copy", extra={"said": {**said, "seconds": round(time.perf_counter() - start, 1)}})
    except (RefusedError, SavingError, UnreadableFileError) as error:
        _log.error("copy", extra={"said": {"refused": str(error)}})
    except Exception:  # noqa: BLE001 -- whatever it is, the log says it as one line
        _log.exception("copy")


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[bool]:
    """Whether no other process of this site, on no other machine, makes a copy now; none begins meanwhile."""
    if text(DATABASE_VARIABLE):
        with _lock_of_postgresql() as is_ours:
            yield is_ours
        return
    try:
        with FileLock(folder / "copie.lock").acquire(timeout=0):
            yield True
    except Timeout:
        yield False


@contextmanager
def _lock_of_postgresql() -> Iterator[bool]:
    """Let go by PostgreSQL itself when this process ends, however it does."""
    from django.db import Error, connection  # noqa: PLC0415 -- after the settings

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_KEY])
        is_ours = bool(cursor.fetchone()[0])
    try:
        yield is_ours
    finally:
        with suppress(Error), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
