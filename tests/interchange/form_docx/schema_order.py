"""The order of children that WordprocessingML asks for, for the elements that the form uses.

Word refuses a document, or « repairs » it by dropping things, when this order is broken; LibreOffice does not care.
Source: ECMA-376, 5th edition, part 1, annex A (wml.xsd) with the captions of tables of the transitional schema.
An element that may stand in any order or number among its neighbours is in a group of alternatives, in parentheses.
"""

from __future__ import annotations

_BLOCK = ("p", "tbl")
_INLINE = ("r", "fldSimple", "bookmarkStart", "bookmarkEnd", "hyperlink")
_CHARACTER = (
    "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang",
)  # fmt: skip
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "pBdr", "tabs", "spacing", "jc", "outlineLvl",
)  # fmt: skip
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")

# Element → what may stand in it, in order.
CHILDREN: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "document": ("body",),
    "body": (_BLOCK, "sectPr"),
    "sectPr": ("footerReference", "pgSz", "pgMar"),
    "p": ("pPr", _INLINE),
    "pPr": _PARAGRAPH,
    "pBdr": _SIDES,
    "tabs": (("tab",),),
    "r": ("rPr", ("t", "tab")),
    "rPr": _CHARACTER,
    "fldSimple": (("r",),),
    "hyperlink": (("r",),),
    "tbl": ("tblPr", "tblGrid", ("tr",)),
    "tblPr": (
        "tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription",
    ),
    "tblBorders": _SIDES,
    "tblCellMar": _SIDES,
    "tblGrid": (("gridCol",),),
    "tr": ("trPr", ("tc",)),
    "trPr": (("cantSplit", "tblHeader"),),
    "tc": ("tcPr", ("p",)),
    "tcPr": ("tcW", "gridSpan", "vMerge", "shd"),
    "ftr": (("p",),),
    "styles": ("docDefaults", ("style",)),
    "docDefaults": ("rPrDefault", "pPrDefault"),
    "rPrDefault": ("rPr",),
    "pPrDefault": ("pPr",),
    "style": (
        "name", "basedOn", "next", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr", "rPr", "tblPr",
    ),
    "settings": (
        "zoom", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang", "decimalSymbol", "listSeparator",
    ),
    "compat": (("compatSetting",),),
    "fonts": (("font",),),
    "font": ("altName", "panose1", "charset", "family", "pitch"),
}  # fmt: skip


def misplaced(parent: str, children: list[str]) -> list[str]:
    """The children that may not stand where they stand; each is looked for from where the one before was found."""
    order = CHILDREN.get(parent, ())
    place, wrong = 0, []
    for child in children:
        found = next((index for index in range(place, len(order)) if child in _names(order[index])), None)
        if found is None:
            wrong.append(child)
        else:
            place = found if isinstance(order[found], tuple) else found + 1
    return wrong


def _names(slot: str | tuple[str, ...]) -> tuple[str, ...]:
    return slot if isinstance(slot, tuple) else (slot,)
