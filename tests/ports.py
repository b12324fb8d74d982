"""Ports that nobody else takes meanwhile: below those that the system gives to whoever asks for any."""

from __future__ import annotations

import os
import random
import socket

_FIRST, _EACH = 20_000, 2_000
# Each process of a run has its own part; the next one that is asked for is another one.
_WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 5
_left = [*range(_FIRST + _WORKER * _EACH, _FIRST + (_WORKER + 1) * _EACH)]
random.shuffle(_left)


def free_port() -> int:
    """One of loopback, never the same twice."""
    while True:
        port = _left.pop()
        with socket.socket() as found:
            try:
                found.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
