"""The bars of the criteria: one unit of length an indicator, each level with its grain and its count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.reports import palette
from auditblanc.reports.charts.svg import heading, pattern, picture, words
from auditblanc.reports.charts.words import BARS_TITLE, bars_alternative, ready_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.domain.progress import CriterionProgress, Tally

WIDTH = 560
_LEFT, _RIGHT = 84, 440
_BAR, _STEP, _TOP = 24, 38, 8
# Level, word of the legend, where the legend stands.
_LEVELS = (
    ("ready", "Prêts", 84),
    ("partial", "Partiels", 176),
    ("missing", "Manquants", 284),
    ("unrated", "Non évalués", 410),
)


def bars(criteria: Sequence[CriterionProgress], *, name: str = "bars") -> str:
    unit = (_RIGHT - _LEFT) / max([1, *(each.tally.applicable for each in criteria)])
    foot = _TOP + _STEP * len(criteria)
    drawn = "".join(_bar(each, _TOP + _STEP * index, unit, name) for index, each in enumerate(criteria))
    return picture(
        width=WIDTH,
        height=foot + 34,
        name=name,
        title=BARS_TITLE,
        description=bars_alternative(criteria),
        content=f"<defs>{_patterns(name)}</defs>{drawn}{_legend(foot + 6, name)}",
    )


def _bar(each: CriterionProgress, top: int, unit: float, name: str) -> str:
    pieces = [heading(0, top + 17, f"Critère {each.criterion}")]
    place = float(_LEFT)
    for level, _, _ in _LEVELS:
        count: int = getattr(each.tally, level)
        if count:
            pieces.append(
                _segment(place, top, count * unit, level, name) + _count(place + count * unit / 2, top, count)
            )
        place += count * unit
    return "".join(pieces) + _note(place, top, each.tally)


def _segment(x: float, y: float, width: float, level: str, name: str) -> str:
    fills = {"ready": palette.READY, "unrated": "#ffffff"}
    colours = {"partial": palette.PARTIAL, "missing": palette.MISSING, "unrated": palette.UNRATED}
    dashes = ' stroke-dasharray="3 3"' if level == "unrated" else ""
    return (
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{_BAR}" class="chart-{level}-bar"'
        f' fill="{fills.get(level, f"url(#{name}-{level})")}" stroke="{colours.get(level, palette.READY)}"{dashes}/>'
    )


def _count(x: float, top: int, count: int) -> str:
    disc = (
        f'<rect x="{x - 9:.1f}" y="{top + 4}" width="18" height="16" rx="8" class="chart-count-back" fill="#ffffff"/>'
    )
    return disc + words(x, top + 16.5, str(count), css="chart-count", anchor="middle")


def _note(place: float, top: int, tally: Tally) -> str:
    return words(place + 10, top + 17, ready_of(tally), css="chart-note", colour=palette.QUIET)


def _patterns(name: str) -> str:
    return pattern(
        f"{name}-partial", "chart-partial", palette.PARTIAL_WASH, palette.PARTIAL, "M-2 2L2 -2M0 8L8 0M6 10L10 6"
    ) + pattern(f"{name}-missing", "chart-missing", palette.MISSING_WASH, palette.MISSING, "M2 1V5M6 3V7")


def _legend(top: int, name: str) -> str:
    return "".join(
        f'<g transform="translate({x} {top})">{_swatch(level, name)}{words(26, 13, word)}</g>'
        for level, word, x in _LEVELS
    )


def _swatch(level: str, name: str) -> str:
    return _segment(0, 0, 18, level, name).replace(f'height="{_BAR}"', 'height="16"')
