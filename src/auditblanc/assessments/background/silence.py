"""Processes that were killed are told by their silence, measured on the clock of who listens."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from auditblanc.assessments.background import queue

if TYPE_CHECKING:
    from uuid import UUID

    from auditblanc.assessments.background.queue import Limits


class Silence:
    """What this process heard of each job that is being done: the last count of signs of life, and since when it stands."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._heard: dict[UUID, tuple[int, float]] = {}
        self._last = -limits.beat

    def look(self) -> None:
        """Take back the jobs of silent processes. Asks the database no more often than they tell of themselves."""
        now = time.monotonic()
        if now - self._last < self.limits.beat:
            return
        self._last = now
        self._listen(now)
        for job, (beats, since) in self._heard.items():
            if now - since >= self.limits.silence:
                queue.take_back(job, beats, self.limits)
        queue.forget_failed(self.limits)

    def _listen(self, now: float) -> None:
        held = queue.held()
        known = self._heard
        self._heard = {
            job: known[job] if job in known and known[job][0] == beats else (beats, now) for job, beats in held.items()
        }
