"""Where the work stands, criterion by criterion: two charts, and the figures they are drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.reports import charts
from auditblanc.reports.content import Block, ChartKind, Figure, Heading, Table, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.reports.chapters.subject import Subject


def criteria(about: Subject) -> Iterator[Block]:
    found = about.progress.criteria
    yield Heading(1, "Où vous en êtes, critère par critère")
    yield Figure(
        kind=ChartKind.RADAR,
        criteria=found,
        alternative=charts.radar_alternative(found),
        caption="Part des indicateurs applicables qui sont prêts, et part de ceux qui sont évalués (le bord vaut 100 %)",
    )
    yield Figure(
        kind=ChartKind.BARS,
        criteria=found,
        alternative=charts.bars_alternative(found),
        caption="Indicateurs applicables, par critère et par niveau",
    )
    yield Table(
        caption="Les mêmes nombres, en tableau",
        header=charts.HEADER,
        rows=tuple(tuple(text(cell) for cell in row) for row in charts.rows(found)),
        widths=(25, 15, 15, 15, 15, 15),
    )
