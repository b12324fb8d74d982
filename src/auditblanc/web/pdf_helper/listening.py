"""The door to the helper: a port of this machine, for who has the key, which only the workers of this site are given."""

from __future__ import annotations

import os
import secrets
import threading
from contextlib import contextmanager, suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener, answer_challenge, deliver_challenge
from typing import TYPE_CHECKING

from auditblanc.assessments.pdf import HOST, VARIABLE
from auditblanc.web.pdf_helper.press import Limits, Press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

LIMITS = Limits()
# A report with its logo is a few hundred kilobytes.
_LARGEST = 64_000_000


@contextmanager
def pdf_helper(limits: Limits = LIMITS) -> Iterator[Press]:
    """While this lasts, the processes that are started know where to ask for a PDF; nothing is started before one is."""
    press, key = Press(limits), secrets.token_hex(16)
    with Listener((HOST, 0)) as listener:
        port = listener.address[1]
        os.environ[VARIABLE] = f"{port}:{key}"
        over = threading.Event()
        door = threading.Thread(target=_open, args=(listener, press, key.encode(), over), daemon=True)
        door.start()
        try:
            yield press
        finally:
            os.environ.pop(VARIABLE, None)
            over.set()
            Client((HOST, port)).close()  # wakes the door
            door.join()
            press.end()


def _open(listener: Listener, press: Press, key: bytes, over: threading.Event) -> None:
    """A thread for each who asks: one that says nothing must not keep the others waiting."""
    while True:
        connection = listener.accept()
        if over.is_set():
            connection.close()
            return
        threading.Thread(target=_serve, args=(connection, press, key), daemon=True).start()


def _serve(connection: Connection, press: Press, key: bytes) -> None:
    """Nothing is read from who does not have the key."""
    with connection, suppress(EOFError, OSError, AuthenticationError):
        deliver_challenge(connection, key)
        answer_challenge(connection, key)
        connection.send_bytes(press.answer(connection.recv_bytes(_LARGEST)))
