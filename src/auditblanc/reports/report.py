"""The report of an assessment, as a content tree: PDF and Word draw the same one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.domain.forecast import forecast
from auditblanc.domain.text import require_line
from auditblanc.reports.chapters.actions import actions
from auditblanc.reports.chapters.applicability import applicability
from auditblanc.reports.chapters.cover import TITLE, cover
from auditblanc.reports.chapters.criteria import criteria
from auditblanc.reports.chapters.indicators import indicators
from auditblanc.reports.chapters.open_points import open_points
from auditblanc.reports.chapters.profile import profile
from auditblanc.reports.chapters.sources import sources
from auditblanc.reports.chapters.subject import subject
from auditblanc.reports.chapters.summary import summary
from auditblanc.reports.chapters.watch import watch
from auditblanc.reports.content import Block, Document, PageBreak
from auditblanc.reports.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """``journal_head`` is the hash of the last entry of the journal, printed so that it is kept outside of it.

    ``is_neutral``: what the provider declared, without anything that advises; there is no forecast then either.
    """

    with_forecast: bool = True
    is_neutral: bool = False
    journal_head: str = ""

    def __post_init__(self) -> None:
        require_line(journal_head=self.journal_head)


_EVERYTHING = ReportOptions()


def report(
    snapshot: Snapshot,
    edition: Edition,
    *,
    today: date,
    options: ReportOptions = _EVERYTHING,
    look: Look | None = None,
) -> Document:
    """Everything the assessment says on ``edition``, which is its own."""
    about = subject(snapshot, edition, today=today)
    points = forecast(edition, snapshot, about.found) if options.with_forecast and not options.is_neutral else None
    chapters = (
        summary(about, points),
        criteria(about),
        watch(about, points) if points else (),
        *(() if options.is_neutral else (open_points(about), actions(about))),
        profile(about),
        applicability(about),
        indicators(about),
        sources(about, options.journal_head),
    )
    return Document(
        title=f"{TITLE} – {about.organisation}",
        running=f"{about.organisation} · {TITLE.lower()} du {in_french(today)}",
        made_on=today,
        blocks=tuple(_bound(chapters)),
        cover=cover(about, is_neutral=options.is_neutral),
        look=look or Look(),
    )


def _bound(chapters: Iterable[Iterable[Block]]) -> Iterator[Block]:
    """Each chapter on a page of its own, after the cover."""
    for chapter in chapters:
        blocks = tuple(chapter)
        if blocks:
            yield PageBreak()
            yield from blocks
