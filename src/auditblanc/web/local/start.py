"""`auditblanc` with no argument: from nothing to the site in the browser, and back."""

from __future__ import annotations

import os
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from auditblanc.accounts.sign_in.local import TOKEN_VARIABLE
from auditblanc.domain.catalogue import load
from auditblanc.interchange.data_folder import VARIABLE, editions_folder
from auditblanc.web.environment import DATABASE_FILE, DATABASE_VARIABLE, JOURNAL_FILE, text
from auditblanc.web.local import folder as data
from auditblanc.web.local import ports, running, state
from auditblanc.web.local.browser import open_browser
from auditblanc.web.local.prepare import prepare
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.local.running import Running
from auditblanc.web.local.server import serve
from auditblanc.web.pdf_helper import pdf_helper
from auditblanc.web.work import Wanted, work_children
from auditblanc.web.work.waiting import is_waiting

if TYPE_CHECKING:
    from datetime import datetime

PORT_VARIABLE = "AUDITBLANC_PORT"
# Enough to report the last failures.
_JOURNAL_LIMIT = 1_000_000
# A first start on a slow machine is well under that.
_PATIENCE = 60
# Seconds: the work process is kept after its last job, and waited for when the person closes the site.
_IDLE, _GRACE = 60, 5
_ELSEWHERE = "Auditblanc est déjà en train de démarrer sur ces données, et ne répond pas : attendez une minute, ou redémarrez l’ordinateur."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person asked for. ``say`` shows a line to them."""

    folder: Path
    port: int | None
    wants_browser: bool
    say: Callable[[str], None]


def start(wish: Wish, *, at: datetime) -> None:
    """Serve the folder's site until it is ended; one that runs already is opened instead.

    Raises:
        RefusedError: the folder, the port or the data do not suit.
        SavingError: the folder cannot be made.
    """
    folder = data.made(wish.folder)
    if other := running.found(folder):
        _show(wish, other, "Auditblanc est déjà ouvert")
        return
    lock = FileLock(folder / data.LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        _show(wish, _awaited(folder), "Auditblanc est déjà ouvert")
        return
    try:
        _run(wish, folder, at)
    finally:
        lock.release()


def _run(wish: Wish, folder: Path, at: datetime) -> None:
    os.environ[VARIABLE] = str(folder)
    data.forget_unfinished(folder)
    prepare(folder, at=at)
    _check_editions()
    _trim(folder / JOURNAL_FILE)
    here = Running(pid=os.getpid(), port=_port(wish, folder), token=secrets.token_urlsafe(24))
    os.environ |= {TOKEN_VARIABLE: here.token, PORT_VARIABLE: str(here.port)}

    def on_start() -> None:
        running.write(folder, here)
        threading.Thread(target=_announce, args=(wish, here), daemon=True).start()

    try:
        with pdf_helper(), work_children(_when_needed(folder)):
            serve(here.port, on_start=on_start, journal=str(folder / JOURNAL_FILE))
    finally:
        running.forget(folder)
    wish.say(f"Auditblanc est arrêté. Vos données sont dans « {folder} ».")


def _when_needed(folder: Path) -> Wanted:
    """A process more is much on a small machine: it is there while something waits. Of PostgreSQL only Django can tell."""
    if text(DATABASE_VARIABLE):
        return Wanted(grace=_GRACE)
    return Wanted(idle=_IDLE, grace=_GRACE, is_needed=lambda: is_waiting(folder / DATABASE_FILE))


def _check_editions() -> None:
    """One of the person's own texts at fault is told now: no page could be shown with it.

    Raises:
        EditionError: it is.
    """
    if any(editions_folder().glob("*.toml")):
        load([editions_folder()])


def _trim(journal: Path) -> None:
    if journal.is_file() and journal.stat().st_size > _JOURNAL_LIMIT:
        journal.unlink()


def _port(wish: Wish, folder: Path) -> int:
    """The port to use; the first one, and one asked for, are remembered."""
    remembered = state.read(folder)
    port = ports.chosen(asked=wish.port, remembered=remembered.port)
    if remembered.port is None or wish.port is not None:
        state.write(folder, replace(remembered, port=port))
    elif port != remembered.port:
        wish.say(
            f"Le port {remembered.port} est pris par un autre programme : Auditblanc utilise le {port} cette fois."
        )
    return port


def _announce(wish: Wish, here: Running) -> None:
    if _until(lambda: running.answers(here)):
        _show(wish, here, "Auditblanc est ouvert")
        wish.say("Pour l’arrêter, appuyez sur Ctrl-C ici, ou fermez cette fenêtre.")


def _show(wish: Wish, site: Running, words: str) -> None:
    wish.say(f"{words} : {site.address}")
    if wish.wants_browser:
        open_browser(site.address)


def _awaited(folder: Path) -> Running:
    """The server that another start is making ready."""
    _until(lambda: running.found(folder) is not None)
    other = running.found(folder)
    if other is None:
        raise RefusedError(_ELSEWHERE)
    return other


def _until(ready: Callable[[], bool]) -> bool:
    end = time.monotonic() + _PATIENCE
    while not (done := ready()) and time.monotonic() < end:
        time.sleep(0.05)
    return done
