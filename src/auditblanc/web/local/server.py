"""Granian, as one person's machine needs it: loopback, one worker, quiet; it ends with the program that started it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from auditblanc.web.local.ports import HOST
from auditblanc.web.local.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from wsgiref.types import WSGIApplication

WORKERS_VARIABLE = "AUDITBLANC_WORKERS"
_THREADS = 2
_STOPPED = "Le site s’est arrêté tout seul : relancez Auditblanc, et signalez-le avec ce que contient « {journal} »."
_GRACE = 5
# Connections that may be open in one worker; milliseconds within which a request says what it asks for, and in how many bytes.
_CONNECTIONS, _HEADERS, _HEAD = 8192, 10_000, 65_536


def serve(port: int, *, on_start: Callable[[], None], journal: str, host: str = HOST) -> None:
    """Answer on this port until Ctrl-C or a request to end; ``on_start`` is called once the port is ours.

    Raises:
        RefusedError: the server ended by itself.
    """
    # The C library of Linux gives each thread a heap of its own, and takes little back: three megabytes a worker.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    # The one way to start a process that is the same on every system.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "auditblanc.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=_workers(),
        blocking_threads=_THREADS,
        log_level=LogLevels.critical,
        respawn_failed_workers=True,
        workers_kill_timeout=_GRACE,
        http=HTTPModes.http1,
        websockets=False,
        # Who only holds a connection costs memory, never somebody's turn: threads answer requests that came whole in their heads.
        backlog=_CONNECTIONS,
        backpressure=_CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS, max_buffer_size=_HEAD),
    )

    @server.on_startup
    def started() -> None:
        _end_with_the_terminal(server.signal_handler_interrupt)
        on_start()

    try:
        server.serve(target_loader=application, wrap_loader=False)
    except SystemExit:
        # Ctrl-C reaches the workers too: one that ends first is not a failure.
        if not server.interrupt_signal:
            raise RefusedError(_STOPPED.format(journal=journal)) from None


def application() -> WSGIApplication:
    """The site, in a worker."""
    _end_with_the_parent()
    _end_with_the_terminal(signal.SIG_IGN)  # the parent says when
    from auditblanc.web.wsgi import application as site  # noqa: PLC0415 -- only the worker needs the site

    return site


def _workers() -> int:
    asked = os.environ.get(WORKERS_VARIABLE, "")
    return int(asked) if asked.isdecimal() else 1


def _end_with_the_terminal(handler: Callable[..., object] | signal.Handlers) -> None:
    """Closing the terminal ends the site; granian would take it for a wish to start again. Windows has no such signal."""
    hang_up: signal.Signals | None = getattr(signal, "SIGHUP", None)
    if hang_up is not None:
        signal.signal(hang_up, handler)


def _end_with_the_parent() -> None:
    """A worker whose parent was killed would keep the port and nobody could stop it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, name="auditblanc-parent", daemon=True).start()
