"""The report on one page: what applies, how far the work is, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.applicability_summary import summary as counts
from auditblanc.domain.forecast import DISCLAIMER
from auditblanc.domain.forecast_words import plausible_sentence, range_sentence
from auditblanc.domain.outlook import outlook
from auditblanc.domain.snapshot import Level
from auditblanc.reports.content import Block, Heading, KeyFacts, Paragraph, Role, Span, Style, Text, level_text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.forecast import Forecast
    from auditblanc.reports.chapters.subject import Subject


def summary(about: Subject, points: Forecast | None) -> Iterator[Block]:
    """``points`` are the points to watch, ``None`` when the report is made without them."""
    yield Heading(1, "En résumé")
    yield Paragraph(text(counts(about.found).sentence), Role.LEAD)
    yield Paragraph(text(about.progress.total.sentence))
    yield KeyFacts(tuple(_facts(about)))
    if points:
        yield Heading(2, "Points de vigilance")
        yield Paragraph(text(range_sentence(points), Style.STRONG))
        yield Paragraph(text(plausible_sentence(points)))
        yield Paragraph(text(DISCLAIMER, Style.QUIET), Role.NOTE)


def _facts(about: Subject) -> Iterator[tuple[str, Text]]:
    total = about.progress.total
    yield "Niveaux", _levels(((Level.READY, total.ready), (Level.PARTIAL, total.partial), (Level.MISSING, total.missing),
                              (None, total.unrated)))  # fmt: skip
    ahead = outlook(about.edition.rules, about.snapshot.profile, today=about.today)
    yield "Prochaine étape", text(ahead.next_step)
    yield "Durée de l’audit", text(" ".join(words for words in (ahead.length, ahead.left_out) if words))
    yield "Sites audités", text(ahead.sites)


def _levels(found: tuple[tuple[Level | None, int], ...]) -> Text:
    """« Prêt : 14 », each on its line."""
    lines: list[Span] = []
    for level, count in found:
        lines += (*level_text(level), Span(f" : {count}\n"))
    *rest, last = lines
    return (*rest, Span(last.text.rstrip("\n")))
