"""The order of children for what reports use beyond the form: pictures, charts, lists, looks of tables.

Source: ECMA-376, 5th edition, part 1, annex A (wml.xsd, dml-wordprocessingDrawing.xsd, dml-chart.xsd).
"""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from tests.interchange.form_docx import schema_order

_AXIS = (
    "axId", "scaling", "delete", "axPos", "majorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark",
    "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossBetween", "majorUnit",
)  # fmt: skip
_DATA = ("formatCode", "ptCount", ("pt",))

WORD = schema_order.CHILDREN | {
    "pPr": (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl",
    ),
    "sectPr": ("footerReference", "pgSz", "pgMar", "titlePg"),
    "r": ("rPr", ("t", "tab", "br", "drawing")),
    "rPr": ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang"),
    "numPr": ("ilvl", "numId"),
    "inline": ("extent", "docPr", "cNvGraphicFramePr", "graphic"),
    "style": (
        "name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr", "rPr", "tblPr", "tblStylePr",
    ),
    "tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "shd"),
    "numbering": ("abstractNum", "num"),
    "lvl": ("start", "numFmt", "lvlText", "lvlJc", "pPr"),
}  # fmt: skip

CHART = {
    "chartSpace": ("roundedCorners", "chart", "spPr", "txPr"),
    "chart": ("autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"),
    "plotArea": ("layout", ("radarChart", "barChart"), "catAx", "valAx"),
    "radarChart": ("radarStyle", "varyColors", ("ser",), ("axId",)),
    "barChart": ("barDir", "grouping", "varyColors", ("ser",), "gapWidth", "overlap", ("axId",)),
    "ser": ("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dLbls", "cat", "val"),
    "marker": ("symbol", "size", "spPr"),
    "dLbls": (
        "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize",
    ),
    "strLit": _DATA,
    "numLit": _DATA,
    "catAx": _AXIS,
    "valAx": _AXIS,
    "scaling": ("orientation", "max", "min"),
    "legend": ("legendPos", "overlay"),
    "spPr": ("xfrm", "prstGeom", ("noFill", "solidFill", "pattFill"), "ln"),
    "ln": (("noFill", "solidFill"), "prstDash"),
}  # fmt: skip


def misplaced(element: etree._Element) -> list[tuple[str, str]]:
    """The children of an element that stand where they may not, or that its order does not know."""
    name = etree.QName(element).localname
    # « p » and « r » are of both vocabularies.
    order = (WORD if "wordprocessing" in str(etree.QName(element).namespace) else CHART).get(name)
    if order is None:
        return []
    place = {
        child: index for index, slot in enumerate(order) for child in (slot if isinstance(slot, tuple) else (slot,))
    }
    children = [etree.QName(child).localname for child in element]
    unknown = [child for child in children if child not in place]
    late = [
        later
        for sooner, later in pairwise(child for child in children if child in place)
        if place[later] < place[sooner]
    ]
    return [(name, child) for child in (*unknown, *late)]
