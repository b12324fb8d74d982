"""The charts as Word keeps its own: sharp at any size, and editable. Their figures stand in them, there is no workbook.

Source of the order of elements: ECMA-376, part 1, annex A (dml-chart.xsd).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.reports import palette
from auditblanc.reports.content import ChartKind, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
)
_FOOT = (
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
    '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Cambria"/></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>'
    "</c:chartSpace>"
)  # fmt: skip


def chart(figure: Figure) -> str:
    """The chart's own part of the package."""
    return _HEAD + (_radar(figure) if figure.kind is ChartKind.RADAR else _bars(figure)) + _FOOT


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _line(colour: str, dash: str = "", width: int = 19050) -> str:
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{width}">{solid(colour)}{dashes}</a:ln>'


def _grain(name: str, colour: str, wash: str) -> str:
    fore, back = (f'<a:srgbClr val="{each[1:]}"/>' for each in (colour, wash))
    return f'<a:pattFill prst="{name}"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """``look`` is what fills and outlines it; ``more`` stands between its look and its figures."""

    name: str
    look: str
    more: str
    values: tuple[float | None, ...]


def _series(every: Iterable[_Series], names: tuple[str, ...]) -> str:
    return "".join(
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{each.name}</c:v></c:tx>'
        f"<c:spPr>{each.look}</c:spPr>{each.more}"
        f"<c:cat><c:strLit>{_points(names)}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{_points(each.values)}</c:numLit></c:val></c:ser>"
        for index, each in enumerate(every)
    )


def _points(values: tuple[str | float | None, ...]) -> str:
    """An absent value is a gap: nothing is drawn, and no zero is written."""
    known = (
        f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{"".join(known)}'


def _names(figure: Figure) -> tuple[str, ...]:
    return tuple(f"Critère {each.criterion}" for each in figure.criteria)


def _radar(figure: Figure) -> str:
    tallies = [each.tally for each in figure.criteria]
    ready = tuple(round(tally.ready_share, 4) if tally.applicable else None for tally in tallies)
    rated = tuple(round(tally.rated_share, 4) if tally.applicable else None for tally in tallies)
    series = (
        _Series(name="Prêts", look=_line(palette.READY, width=28575), values=ready,
                more=_marker("circle", solid(palette.READY), palette.READY)),
        _Series(name="Évalués, quel que soit le niveau", look=_line(palette.INK, "dash"), values=rated,
                more=_marker("square", solid("#ffffff"), palette.INK)),
    )  # fmt: skip
    grid = f"<c:majorGridlines><c:spPr>{_line(palette.RULE, width=9525)}</c:spPr></c:majorGridlines>"
    value_axis = (
        '<c:scaling><c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}<c:numFmt formatCode="0\u00a0%" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr>{_line(palette.RULE, width=9525)}</c:spPr>'
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="0.25"/>'
    )
    return (
        f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{_series(series, _names(figure))}'
        f'<c:axId val="1"/><c:axId val="2"/></c:radarChart>{_category_axis("minMax", grid)}'
        f'<c:valAx><c:axId val="2"/>{value_axis}</c:valAx>'
    )


def _marker(symbol: str, fill: str, colour: str) -> str:
    look = f"<c:spPr>{fill}{_line(colour, width=12700)}</c:spPr>"
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="7"/>{look}</c:marker>'


def _category_axis(orientation: str, grid: str = "") -> str:
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/>{grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>'
    )


def _bars(figure: Figure) -> str:
    tallies = [each.tally for each in figure.criteria]
    looks = {
        "ready": ("Prêts", solid(palette.READY) + _line(palette.READY, width=9525)),
        "partial": ("Partiels", _grain("wdUpDiag", palette.PARTIAL, palette.PARTIAL_WASH) + _line(palette.PARTIAL, width=9525)),
        "missing": ("Manquants", _grain("dashVert", palette.MISSING, palette.MISSING_WASH) + _line(palette.MISSING, width=9525)),
        "unrated": ("Non évalués", solid("#ffffff") + _line(palette.UNRATED, "dash", 9525)),
    }  # fmt: skip
    series = (
        _Series(name=name, look=look, more=_LABELS, values=tuple(getattr(tally, level) or None for tally in tallies))
        for level, (name, look) in looks.items()
    )
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{_series(series, _names(figure))}<c:gapWidth val="60"/><c:overlap val="100"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{_category_axis("maxMin")}'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="max"/><c:crossBetween val="between"/>'
        '<c:majorUnit val="1"/></c:valAx>'
    )


# The count of each level on a white ground, readable over any grain.
_LABELS = (
    '<c:invertIfNegative val="0"/><c:dLbls>'
    f'<c:spPr>{solid("#ffffff")}</c:spPr>'
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1">{solid(palette.INK)}</a:defRPr></a:pPr>'
    '<a:endParaRPr lang="fr-FR"/></a:p></c:txPr><c:dLblPos val="ctr"/>'
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)  # fmt: skip
