"""The radar of the criteria: two shares of what applies, ready and rated. No level is averaged."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from auditblanc.reports import palette
from auditblanc.reports.charts.svg import heading, picture, words
from auditblanc.reports.charts.words import RADAR_TITLE, radar_alternative, ready_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditblanc.domain.progress import CriterionProgress

    Point = tuple[float, float]

WIDTH, HEIGHT = 560, 430
_CENTRE = (280.0, 200.0)
_RADIUS = 140.0
_RINGS = (0.25, 0.5, 0.75, 1.0)
_LEGEND_Y = 412


def radar(criteria: Sequence[CriterionProgress], *, name: str = "radar") -> str:
    """The share of ready indicators as a filled shape with round points, of rated ones as a dashed line with squares."""
    rated = _points(criteria, lambda each: each.tally.rated_share)
    ready = _points(criteria, lambda each: each.tally.ready_share)
    content = (
        _grid(len(criteria))
        + _shape(ready, "chart-ready", palette.READY, 'fill-opacity="0.16"', palette.READY)
        + _shape(rated, "chart-rated", palette.INK, 'stroke-dasharray="5 4"', "none")
        + "".join(_square(point) for point in rated)
        + "".join(_disc(point) for point in ready)
        + "".join(_label(index, each, len(criteria)) for index, each in enumerate(criteria))
        + _legend()
    )
    return picture(
        width=WIDTH,
        height=HEIGHT,
        name=name,
        title=RADAR_TITLE,
        description=radar_alternative(criteria),
        content=content,
    )


def _points(criteria: Sequence[CriterionProgress], share: Callable[[CriterionProgress], float]) -> list[Point]:
    """One point an axis; an axis on which nothing applies has none."""
    return [
        _at(index, len(criteria), share(each)) for index, each in enumerate(criteria) if each.tally.applicable
    ]  # fmt: skip


def _at(index: int, count: int, share: float) -> Point:
    """On an axis, the first one upright, at a share of its length."""
    angle = math.tau * index / count - math.tau / 4
    return _CENTRE[0] + share * _RADIUS * math.cos(angle), _CENTRE[1] + share * _RADIUS * math.sin(angle)


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z" if points else ""


def _grid(count: int) -> str:
    rings = "".join(_path([_at(index, count, ring) for index in range(count)]) for ring in _RINGS)
    x, y = _CENTRE
    spokes = "".join(f"M{x:.1f} {y:.1f}L{end[0]:.1f} {end[1]:.1f}" for end in (_at(i, count, 1) for i in range(count)))
    scale = words(x - 5, y - _RADIUS / 2 - 4, "50 %", css="chart-scale", colour=palette.QUIET, anchor="end")
    return f'<path d="{rings}{spokes}" class="chart-grid" fill="none" stroke="{palette.RULE}"/>{scale}'


def _shape(points: Sequence[Point], css: str, colour: str, more: str, fill: str) -> str:
    return f'<path d="{_path(points)}" class="{css}" fill="{fill}" stroke="{colour}" stroke-width="2" {more}/>'


def _disc(point: Point) -> str:
    return f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="4.5" class="chart-ready-mark" fill="{palette.READY}"/>'


def _square(point: Point) -> str:
    return (
        f'<rect x="{point[0] - 4.5:.1f}" y="{point[1] - 4.5:.1f}" width="9" height="9" class="chart-rated-mark"'
        f' fill="#ffffff" stroke="{palette.INK}" stroke-width="1.5"/>'
    )


def _label(index: int, each: CriterionProgress, count: int) -> str:
    x, y = _at(index, count, 1.12)
    side = x - _CENTRE[0]
    anchor = "middle" if abs(side) < 1 else "start" if side > 0 else "end"
    # Above the middle the two lines end at the axis, below it they begin there.
    top = y - 8 if y < _CENTRE[1] else y + 8
    return heading(x, top, f"Critère {each.criterion}", anchor=anchor) + words(
        x, top + 15, ready_of(each.tally), css="chart-note", colour=palette.QUIET, anchor=anchor
    )


def _legend() -> str:
    return (
        _disc((150, _LEGEND_Y - 4))
        + words(162, _LEGEND_Y, "Prêts")
        + f'<path d="M236 {_LEGEND_Y - 4}h28" class="chart-rated" stroke="{palette.INK}" stroke-width="2" stroke-dasharray="5 4"/>'
        + _square((250, _LEGEND_Y - 4))
        + words(270, _LEGEND_Y, "Évalués, quel que soit le niveau")
    )
