"""What a child runs: the queue, until the site ends."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def be_at_work(pipe: Connection, idle: float | None) -> None:
    """Until the other end of the pipe is gone, which it is as soon as the main process is; the job at hand is ended first."""
    stop = threading.Event()
    _listen(stop)
    threading.Thread(target=_until_gone, args=(pipe, stop), daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "auditblanc.web.settings")
    django.setup()
    from auditblanc.assessments.background.worker import work  # noqa: PLC0415 -- after the settings

    work(stop, idle=idle)


def _listen(stop: threading.Event) -> None:
    """Ctrl-C and a closed terminal reach every process: the main one says when. Windows does not have each signal."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: stop.set())


def _until_gone(pipe: Connection, stop: threading.Event) -> None:
    try:
        pipe.recv()
    except (EOFError, OSError):
        stop.set()
