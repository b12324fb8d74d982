"""Who is doing a job of the queue, and that they still are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Lease(models.Model):
    """One process holds one job. ``beats`` goes up while it lives: a count that stands still tells that it does not.

    Counted rather than dated: a clock that jumps gives nobody's job away.
    """

    job = models.UUIDField("tâche", primary_key=True)
    worker = models.CharField("processus", max_length=64)
    beats = models.PositiveIntegerField("signes de vie", default=0)

    class Meta:
        verbose_name = "tâche en cours"
        verbose_name_plural = "tâches en cours"
        ordering: ClassVar = ["job"]

    def __str__(self) -> str:
        return self.worker
