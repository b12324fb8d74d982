"""The points to watch: a range, its rules, where to start, and by when a gap would be dealt with. Never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.fixes import FirstFixes, first_fixes
from auditblanc.domain.forecast import DISCLAIMER, TITLE
from auditblanc.domain.forecast_words import (
    IN_COLUMN,
    line_marks,
    named,
    plausible_sentence,
    range_sentence,
    rule_marks,
)
from auditblanc.reports.content import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Role,
    Style,
    Table,
    Text,
    level_text,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.forecast import Forecast
    from auditblanc.domain.forecast_line import Line
    from auditblanc.reports.chapters.subject import Subject


def watch(about: Subject, points: Forecast) -> Iterator[Block]:
    yield Heading(1, TITLE)
    yield Paragraph(text(range_sentence(points)), Role.LEAD)
    yield Paragraph(text(plausible_sentence(points)))
    yield Paragraph(text(DISCLAIMER, Style.STRONG))
    if points.possible_gaps:
        yield from _table(points)
    yield Paragraph(text(points.note, Style.QUIET), Role.NOTE)
    yield Paragraph(text(f"Sources : {about.cited(points.sources)}.", Style.QUIET), Role.NOTE)
    yield from _fixes(first_fixes(about.edition, about.snapshot, points))
    yield from _deadlines(points)


def _table(points: Forecast) -> Iterator[Block]:
    marks = rule_marks(points)
    yield Table(
        caption="Écarts possibles, au mieux et au pire",
        header=("N°", "Indicateur", "Niveau", "Au mieux", "Plausible", "Au pire", "Règles"),
        rows=tuple(_row(line, marks) for line in points.possible_gaps),
        widths=(6, 28, 17, 12, 14, 12, 11),
    )
    yield from (
        Paragraph(text(f"({mark}) {sentence}", Style.QUIET), Role.NOTE) for sentence, mark in marks.items()
    )  # fmt: skip


def _row(line: Line, marks: dict[str, str]) -> tuple[Text, ...]:
    reached = (line.range.best, line.range.plausible, line.range.worst)
    return (
        text(str(line.indicator)),
        text(named(line)),
        level_text(line.level),
        *(text(IN_COLUMN[severity]) for severity in reached),
        text(line_marks(line, marks)),
    )


def _fixes(groups: tuple[FirstFixes, ...]) -> Iterator[Block]:
    shown = [group for group in groups if group.fixes]
    if not shown:
        return
    yield Heading(2, "Par où commencer")
    for group in shown:
        yield Paragraph(text(f"En {group.effort.label} chacun", Style.STRONG), Role.LABEL)
        yield Bullets(tuple(text(f"{fix.line.indicator}. {fix.line.title}") for fix in group.fixes))
        yield Paragraph(text(group.sentence))
    if any(fix.is_suggested for group in shown for fix in group.fixes):
        note = "Sans durée donnée par vous, celle qui est proposée est une lecture d’Auditblanc."
        yield Paragraph(text(note, Style.QUIET), Role.NOTE)


def _deadlines(points: Forecast) -> Iterator[Block]:
    limits = points.deadlines
    yield Heading(2, "Délais pour lever un écart")
    days = (limits.days.major_sentence, limits.days.minor_sentence, limits.days.note) if limits.days else ()
    yield Bullets(tuple(text(sentence) for sentence in (limits.major_rule, limits.minor_rule, *days)))
