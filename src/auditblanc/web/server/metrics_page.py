"""`/mesures/`: the counts of every worker, and what the database and the machine tell when it is asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import psutil
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpResponse
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from auditblanc import __version__
from auditblanc.assessments.background import queue
from auditblanc.assessments.reads.journal import last_number
from auditblanc.web.local import state
from auditblanc.web.server.counters import HERE
from auditblanc.web.server.metrics_folder import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client import Metric


def page() -> HttpResponse:
    registry = CollectorRegistry()
    registry.register(_Now())
    told = generate_latest(registry)
    if VARIABLE in os.environ:
        every = CollectorRegistry()
        MultiProcessCollector(every)  # type: ignore[no-untyped-call]
        return HttpResponse(told + generate_latest(every), content_type=CONTENT_TYPE_LATEST)
    return HttpResponse(told + generate_latest(HERE), content_type=CONTENT_TYPE_LATEST)


class _Now(Collector):
    """What is true when it is asked."""

    def collect(self) -> Iterator[Metric]:
        yield _gauge("info", "This version", {"version": __version__, "database": connection.vendor}, 1)
        yield from _memory()
        try:
            yield from _of_the_database()
            yield _gauge("database_up", "Whether the database answers", {}, 1)
        except DatabaseError:
            connection.close()
            yield _gauge("database_up", "Whether the database answers", {}, 0)
        if last := state.read(settings.DATA).last_copy:
            yield _gauge("last_copy_timestamp_seconds", "When the data were last copied", {}, last.timestamp())


def _of_the_database() -> Iterator[Metric]:
    counts = queue.counts()
    jobs = GaugeMetricFamily("auditblanc_queue_jobs", "Jobs of the queue, by what becomes of them", labels=["state"])
    for name in ("waiting", "running", "failed"):
        jobs.add_metric([name], getattr(counts, name))
    yield jobs
    yield _gauge("queue_oldest_seconds", "How long the oldest job that could be done has waited", {}, counts.oldest)
    yield _gauge(
        "journal_last_number", "Number of the last event written: its rate is that of saves", {}, last_number()
    )


def _memory() -> Iterator[Metric]:
    """Of the main process of this site and all its children: workers, documents, long tasks."""
    main = psutil.Process(os.getppid()) if VARIABLE in os.environ else psutil.Process()
    family = [main, *main.children(recursive=True)]
    yield _gauge("processes", "Processes of this site", {}, len(family))
    yield _gauge(
        "memory_bytes", "Their resident memory, what they share counted for each", {}, sum(map(_resident, family))
    )


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it has ended meanwhile
        return 0


def _gauge(name: str, help_: str, labels: dict[str, str], value: float) -> GaugeMetricFamily:
    made = GaugeMetricFamily(f"auditblanc_{name}", help_, labels=list(labels))
    made.add_metric(list(labels.values()), value)
    return made
