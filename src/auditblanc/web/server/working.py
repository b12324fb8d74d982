"""`auditblanc work`: a work process on its own, beside a site or on another machine."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

from auditblanc.web.pdf_helper import pdf_helper
from auditblanc.web.server.serving import require_every_table
from auditblanc.web.server.settled import settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def work_alone(folder: Path, say: Callable[[str], None]) -> None:
    """Do what waits until Ctrl-C or a request to end; the job at hand is ended first.

    Raises:
        RefusedError: the settings are unsafe, or the data are not ready.
    """
    settled(folder)
    require_every_table()
    stop = threading.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: stop.set())
    from auditblanc.assessments.background.worker import work  # noqa: PLC0415 -- after the settings

    say("Auditblanc fait ce qui attend ; Ctrl-C l’arrête une fois la tâche en cours finie.")
    with pdf_helper():
        work(stop)
