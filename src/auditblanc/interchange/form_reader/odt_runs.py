"""The text of OpenDocument paragraphs as a person sees it: blanks counted, links with addresses, signs of symbol fonts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import odt_controls, odt_remarks
from auditblanc.interchange.form_reader.odt_names import (
    ADDRESS,
    DC,
    DRAW,
    FIELD,
    HEADING,
    LOEXT,
    META,
    OFFICE,
    PARAGRAPH,
    STYLE_NAME,
    SVG,
    TEXT,
    natural,
)
from auditblanc.interchange.form_reader.odt_scan import put, walk
from auditblanc.interchange.form_reader.symbols import symbol

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.inline import Line
    from auditblanc.interchange.form_reader.odt_scan import Handler, Scan

# Where symbol fonts have their signs.
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def draw_signs(line: Line, start: int, style: str, scan: Scan) -> None:
    """Turn the symbols among the pieces from ``start`` on into the signs that the font of a style draws."""
    if not scan.has_signs:
        return
    font = scan.parts.styles.font(style)
    line.pieces[start:] = [
        _PRIVATE.sub(lambda found: symbol(font, f"{ord(found.group()):X}"), piece) for piece in line.pieces[start:]
    ]


def _span(element: etree._Element, line: Line, scan: Scan) -> None:
    start = len(line.pieces)
    walk(element, line, scan)
    draw_signs(line, start, element.get(STYLE_NAME) or "", scan)


def _skip(_element: etree._Element, _line: Line, _scan: Scan) -> None:
    """What the editor keeps for itself."""


def _always(text: str) -> Handler:
    def add(_element: etree._Element, line: Line, scan: Scan) -> None:
        put(text, line, scan)

    return add


def _spaces(element: etree._Element, line: Line, scan: Scan) -> None:
    count = natural(element.get(f"{TEXT}c"), 1)
    scan.allowance.take(count)
    put(" " * count, line, scan)


def _link(element: etree._Element, line: Line, scan: Scan) -> None:
    start = len(line.pieces)
    walk(element, line, scan)
    # Addresses are told from inside the package: one step up is the folder of the document.
    line.link(start, (element.get(ADDRESS) or "").removeprefix("../"))
    scan.after_blank = False


def _quoted_paragraph(element: etree._Element, line: Line, scan: Scan) -> None:
    put("\n", line, scan)
    scan.after_blank = True
    walk(element, line, scan)
    put("\n", line, scan)


_TEXT_HANDLERS: dict[str, Handler] = {
    f"{TEXT}span": _span,
    f"{TEXT}s": _spaces,
    f"{TEXT}tab": _always("\t"),
    f"{TEXT}line-break": _always("\n"),
    f"{TEXT}a": _link,
    f"{DRAW}a": _link,
    f"{DRAW}control": odt_controls.drawn,
    f"{LOEXT}content-control": odt_controls.content_control,
    f"{FIELD}fieldmark": odt_controls.old_field,
    f"{TEXT}placeholder": _skip,
    f"{TEXT}script": _skip,
    f"{TEXT}note-citation": _skip,
    f"{OFFICE}binary-data": _skip,
    f"{OFFICE}event-listeners": _skip,
}
HANDLERS: dict[str, Handler] = {
    **_TEXT_HANDLERS,
    **{f"{DRAW}{name}": odt_remarks.drawing for name in odt_remarks.DRAWINGS},
    f"{OFFICE}annotation": odt_remarks.comment,
    f"{TEXT}note": odt_remarks.note,
}
QUOTED: dict[str, Handler] = {
    **_TEXT_HANDLERS,
    PARAGRAPH: _quoted_paragraph,
    HEADING: _quoted_paragraph,
    f"{DC}creator": _skip,
    f"{DC}date": _skip,
    f"{META}creator-initials": _skip,
    f"{META}date-string": _skip,
    f"{SVG}title": _skip,
    f"{SVG}desc": _skip,
}
