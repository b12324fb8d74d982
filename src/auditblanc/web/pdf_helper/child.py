"""What the helper runs: a document comes in, how it ended and its PDF go out."""

from __future__ import annotations

import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from auditblanc.assessments.pdf import drawn

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def work(pipe: Connection) -> None:
    """Until the other end of the pipe is gone, which it is as soon as the main process is."""
    # Ctrl-C reaches every process of the terminal: the main one says when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(drawn(pipe.recv()))
