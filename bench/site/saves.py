"""One save, and one new assessment, for one person: beside the insert of one row through the same gate."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from itertools import count
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from auditblanc.accounts.writes import local_person
from auditblanc.assessments.models import Rating
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.stamp import Stamp
from bench.timing import Figure, interleaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.site.here import Here

LEAST_RATE = 0.5
# As long as an answer usually is.
WORDS = "Le catalogue 2027 et le site, relus en novembre, preuve à l’appui. " * 9


def _saver(site: Here) -> Callable[[], None]:
    """Each call saves another text, from the version that the last one gave."""
    path = reverse("assessments:present", args=[*site.path, 1])
    version = count(Rating.objects.get(assessment=site.assessment, indicator=1).presentation_version)

    def save() -> None:
        number = next(version)
        answer = site.post(path, version=number, presentation=f"{number} {WORDS}", request=f"r{number}")
        if answer.status != HTTPStatus.OK:
            raise AssertionError(answer.status)

    return save


def timed(site: Here) -> tuple[Figure, Figure]:
    bare = reverse("bare_save", args=site.path)
    jobs = {"ours": _saver(site), "bare": lambda: site.post(bare, presentation=WORDS)}
    figures = interleaved(jobs, calls=4, rounds=30)
    return figures["ours"], figures["bare"]


def creation(site: Here) -> tuple[Figure, int]:
    """A new assessment of 33 rows from a filled one, and its queries."""
    held, stamp = snapshot(site.assessment), Stamp(by=local_person(), at=datetime.now(UTC))

    def create() -> object:
        return begin(site.assessment.organisation, snapshot=held, numbers=range(1, 34), stamp=stamp)

    with CaptureQueriesContext(connection) as seen:
        create()
    return interleaved({"create": create}, calls=5)["create"], len(seen)
