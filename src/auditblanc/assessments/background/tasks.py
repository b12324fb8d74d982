"""The door to the queue: what may be done later, and asking for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django_tasks import task

from auditblanc.accounts.writing import writing

if TYPE_CHECKING:
    from django_tasks.base import Task

__all__ = ["later", "task"]


def later(what: Task[..., None], *ids: int) -> None:
    """Have ``what`` done once, after what is being written is there: the job is a row of the same transaction.

    A job may be begun again after a failure: ``what`` finds by itself what is done already. It is given the keys of rows,
    never what they hold.
    """
    if not all(isinstance(each, int) for each in ids):
        raise TypeError(f"{what.name}: a task is given keys of rows, not {ids}")
    with writing():
        what.enqueue(*ids)
