"""The rows of the queue: taken by one process, then removed, put back, or kept as failed.

Looking writes nothing and takes no lock, so that waiting processes disturb no save.
"""

from __future__ import annotations

import logging
import traceback
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Lease

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet

    Job = DBTaskResult[Any, Any]

_log = logging.getLogger(__name__)
_LOST = "auditblanc.assessments.background.WorkerLost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds between two looks at an empty queue, between two signs of life, and of silence before a job is taken back.

    ``attempts``: how often a job is begun; ``again``: seconds before the second time, ten times more before the third.
    ``kept``: days that a failed one is kept.
    """

    look: float = 1
    beat: float = 5
    silence: float = 30
    attempts: int = 3
    again: float = 10
    kept: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """``oldest``: seconds that the first job which could be done has waited."""

    waiting: int
    running: int
    failed: int
    oldest: float


def take(worker: str, only: str = "") -> Job | None:
    """The job that comes next, held by this process alone; nothing when none waits. ``only``: of this task."""
    if not _ready(only).exists():
        return None
    with writing():
        job = _ready(only).select_for_update(skip_locked=True).first()
        if job is not None:
            job.claim(worker)
            Lease.objects.create(job=job.id, worker=worker)
    return job


def beat(job: UUID, worker: str) -> None:
    """Tell that the process that holds the job is alive."""
    with writing():
        for lease in Lease.objects.filter(job=job, worker=worker):
            lease.beats += 1
            lease.save(update_fields=["beats"])


def done(job: Job, worker: str) -> None:
    """Nothing remains of a job that went well."""
    with writing():
        if _let_go(job, worker):
            job.delete()


def failed(job: Job, worker: str, error: BaseException, limits: Limits) -> None:
    """Put the job back for later, or keep it as failed when it was begun often enough; the log says where it stopped."""
    _log.error("Task %s of %s failed, attempt %s", job.id, job.task_path, len(job.worker_ids), exc_info=error)
    # Not its words: they may hold what people wrote.
    places = "".join(traceback.format_tb(error.__traceback__))
    with writing():
        if _let_go(job, worker):
            _again(job, f"{type(error).__module__}.{type(error).__qualname__}", places, limits)


def take_back(job_id: UUID, beats: int, limits: Limits) -> None:
    """Put back a job whose process went silent, unless it has been heard of since."""
    with writing():
        if not Lease.objects.filter(job=job_id, beats=beats).delete()[0]:
            return
        for job in DBTaskResult.objects.running().filter(id=job_id):
            _log.error("Task %s of %s lost its process, attempt %s", job.id, job.task_path, len(job.worker_ids))
            _again(job, _LOST, "", limits)


def is_empty() -> bool:
    """Whether nothing waits and nothing is being done."""
    return not DBTaskResult.objects.exclude(status=TaskResultStatus.FAILED).exists()


def unfinished(task: str) -> int:
    """How many jobs of this task wait, are being done, or failed."""
    return DBTaskResult.objects.filter(task_path=task).count()


def counts() -> Counts:
    """How full the queue is, for whoever watches the site."""
    of = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("id")))
    first = DBTaskResult.objects.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    return Counts(
        waiting=of.get(TaskResultStatus.READY, 0),
        running=of.get(TaskResultStatus.RUNNING, 0),
        failed=of.get(TaskResultStatus.FAILED, 0),
        oldest=(timezone.now() - first).total_seconds() if first else 0,
    )


def held() -> dict[UUID, int]:
    """The jobs that are being done, and the last sign of life of each."""
    return dict(Lease.objects.values_list("job", "beats"))


def forget_failed(limits: Limits) -> None:
    old = DBTaskResult.objects.failed().filter(finished_at__lt=timezone.now() - timedelta(days=limits.kept))
    if old.exists():
        with writing():
            old.delete()


def _ready(only: str) -> QuerySet[Job]:
    ready = DBTaskResult.objects.ready()
    return ready.filter(task_path=only) if only else ready


def _let_go(job: Job, worker: str) -> bool:
    """Whether the process still held the job: one that was silent for too long no longer decides how it ended."""
    return bool(Lease.objects.filter(job=job.id, worker=worker).delete()[0])


def _again(job: Job, kind: str, places: str, limits: Limits) -> None:
    begun = len(job.worker_ids)
    job.exception_class_path, job.traceback = kind, places
    if begun < limits.attempts:
        job.status = TaskResultStatus.READY
        job.run_after = timezone.now() + timedelta(seconds=limits.again * 10 ** (begun - 1))
    else:
        job.status, job.finished_at = TaskResultStatus.FAILED, timezone.now()
    job.save(update_fields=["status", "run_after", "finished_at", "exception_class_path", "traceback"])
