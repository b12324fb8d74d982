"""`auditblanc serve`: the site for several people, behind whatever encrypts."""

from __future__ import annotations

import os
import socket
import threading
import time
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from auditblanc.web.environment import JOURNAL_FILE
from auditblanc.web.local import folder as data
from auditblanc.web.local.prepare import set_up
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.local.server import WORKERS_VARIABLE, serve
from auditblanc.web.pdf_helper import pdf_helper
from auditblanc.web.server import metrics_folder
from auditblanc.web.server.copy_plan import plan
from auditblanc.web.server.copying import copies_made
from auditblanc.web.server.settled import settled
from auditblanc.web.work import Wanted, work_children

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditblanc.web.server.said import Said

_WORKERS = "2"
# Seconds between two looks.
_MOMENT = 0.1
_BEHIND = "Ces données attendent une mise à jour : lancez « auditblanc migrate », puis recommencez."
_ELSEWHERE = "Un autre Auditblanc est ouvert sur ces données : arrêtez-le d’abord."


def serve_shared(folder: Path, say: Callable[[str], None]) -> None:
    """Answer until Ctrl-C or a request to end.

    Raises:
        RefusedError: the settings are unsafe, the data are not ready, or another site is open on them.
    """
    site = settled(folder)
    os.environ.setdefault(WORKERS_VARIABLE, _WORKERS)
    lock = FileLock(folder / data.LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise RefusedError(_ELSEWHERE) from None
    try:
        require_every_table()
        data.forget_unfinished(folder)
        metrics_folder.share(folder)
        with pdf_helper(), work_children(Wanted(count=int(site.work))), copies_made(plan(), folder):
            serve(
                int(site.port),
                host=site.host,
                on_start=threading.Thread(target=_announce, args=(site, say), daemon=True).start,
                journal=str(folder / JOURNAL_FILE),
            )
    finally:
        lock.release()


def _announce(site: Said, say: Callable[[str], None]) -> None:
    """Say where it is once it answers: workers take a moment to be ready."""
    while True:
        try:
            socket.create_connection((site.host, int(site.port)), timeout=1).close()
        except OSError:
            time.sleep(_MOMENT)
        else:
            return say(f"Auditblanc répond à {site.address} (écoute sur {site.host}:{site.port}).")


def require_every_table() -> None:
    """Go on only with a database of this version.

    Raises:
        RefusedError: it lacks a table.
    """
    set_up()
    from django.db import connection, connections  # noqa: PLC0415 -- after the settings
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    # No connection may be shared with the processes of the server.
    connections.close_all()
    if behind:
        raise RefusedError(_BEHIND)
