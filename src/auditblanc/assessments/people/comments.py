"""Say something about an indicator, answer, call a thread settled; and what was said, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Comment
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from auditblanc.accounts.models import User
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    first: Comment
    answers: tuple[Comment, ...]


def comment(
    row: Assessment, indicator: int, text: str, stamp: Stamp, *, to: User | None = None, thread: Comment | None = None
) -> Comment:
    """An answer opens a settled thread again: there is something left to say."""
    with writing():
        made = Comment.objects.create(
            assessment=row,
            indicator=indicator,
            thread=thread,
            author=stamp.by,
            to=to,
            text=text,
            written_at=stamp.at,
        )
        if thread is not None:
            Comment.objects.filter(pk=thread.pk).update(resolved_at=None)
        told = journal.Change(verb="said", assessment=row.key, indicator=indicator, field="comment", after=text)
        journal.record(row.organisation_id, stamp, [told])
    return made


def settle(thread: Comment, stamp: Stamp, *, is_settled: bool) -> None:
    """The thread is dealt with, or is not after all."""
    with writing():
        Comment.objects.filter(pk=thread.pk).update(resolved_at=stamp.at if is_settled else None)
        told = journal.Change(
            verb="settled" if is_settled else "opened",
            assessment=thread.assessment.key,
            indicator=thread.indicator,
            field="comment",
            after=thread.text,
        )
        journal.record(thread.assessment.organisation_id, stamp, [told])


def threads(row: Assessment, indicator: int) -> tuple[Thread, ...]:
    """Those that are open first, each with its answers in the order of time; one query."""
    found = Comment.objects.filter(assessment=row, indicator=indicator).select_related("author", "to")
    answers: dict[int, list[Comment]] = {}
    for each in found:
        answers.setdefault(each.thread_id or each.pk, []).append(each)
    made = [Thread(first=of[0], answers=tuple(of[1:])) for of in answers.values() if of[0].thread_id is None]
    return tuple(sorted(made, key=lambda each: each.first.resolved_at is not None))


def open_threads(row: Assessment, indicator: int) -> int:
    """How many are not settled, in one query."""
    return Comment.objects.filter(assessment=row, indicator=indicator, thread=None, resolved_at=None).count()


def said_to(person: User) -> tuple[Comment, ...]:
    """What was said to a person in threads that are open, where they still are a member, the newest first; one query."""
    found = Comment.objects.filter(
        to=person,
        resolved_at=None,
        assessment__removed_at=None,
        assessment__organisation__removed_at=None,
        assessment__organisation__memberships__user=person,
    ).exclude(thread__resolved_at__isnull=False)
    return tuple(found.select_related("author", "assessment__organisation").order_by("-written_at")[:50])
