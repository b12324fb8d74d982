"""Time functions in turn, so that a slow moment of the machine falls on all of them alike."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 7


@dataclass(frozen=True)
class Figure:
    """Milliseconds a call: median, least and greatest of the rounds."""

    name: str
    median: float
    least: float
    greatest: float


def interleaved(
    jobs: Mapping[str, Callable[[], object]],
    *,
    calls: int = 20,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, Figure]:
    """Time every job in every round; each round takes the mean of some calls.

    ``time.process_time`` as the clock leaves out what other programs take: for jobs that wait for nothing.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for job in jobs.values():
        job()
    for _ in range(rounds):
        for name, job in jobs.items():
            start = clock()
            for _ in range(calls):
                job()
            times[name].append(1000 * (clock() - start) / calls)
    return {name: Figure(name, median(each), min(each), max(each)) for name, each in times.items()}
