"""The text of Word paragraphs as a person sees it: insertions in, deletions out, links with addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import docx_fields, docx_remarks
from auditblanc.interchange.form_reader.docx_names import ALTERNATE, CONTROL, MATH, PARAGRAPH, W
from auditblanc.interchange.form_reader.docx_scan import chosen, walk
from auditblanc.interchange.form_reader.symbols import symbol

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Handler, Scan
    from auditblanc.interchange.form_reader.inline import Line


def _text(element: etree._Element, line: Line, _scan: Scan) -> None:
    if element.text:
        line.pieces.append(element.text)


def _skip(_element: etree._Element, _line: Line, _scan: Scan) -> None:
    """Properties, and instructions for the editor."""


def _always(text: str) -> Handler:
    def add(_element: etree._Element, line: Line, _scan: Scan) -> None:
        line.pieces.append(text)

    return add


def _symbol(element: etree._Element, line: Line, _scan: Scan) -> None:
    line.pieces.append(symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or ""))


def _inserted(element: etree._Element, line: Line, scan: Scan) -> None:
    scan.has_tracked_changes = True
    walk(element, line, scan)


def _deleted(_element: etree._Element, _line: Line, scan: Scan) -> None:
    scan.has_tracked_changes = True


def _alternate(element: etree._Element, line: Line, scan: Scan) -> None:
    shown = chosen(element)
    if shown is not None:
        walk(shown, line, scan)


def _quoted_paragraph(element: etree._Element, line: Line, scan: Scan) -> None:
    line.pieces.append("\n")
    walk(element, line, scan)
    line.pieces.append("\n")


_TEXT: dict[str, Handler] = {
    f"{W}t": _text,
    f"{MATH}t": _text,
    f"{W}tab": _always("\t"),
    f"{W}ptab": _always("\t"),
    f"{W}br": _always("\n"),
    f"{W}cr": _always("\n"),
    f"{W}noBreakHyphen": _always("\u2011"),
    f"{W}softHyphen": _always("\u00ad"),
    f"{W}sym": _symbol,
    f"{W}hyperlink": docx_fields.link,
    f"{W}fldSimple": docx_fields.simple_field,
    f"{W}fldChar": docx_fields.field_character,
    f"{W}instrText": docx_fields.instruction,
    CONTROL: docx_fields.control,
}
_AROUND: dict[str, Handler] = {
    f"{W}rPr": _skip,
    f"{W}pPr": _skip,
    f"{W}delText": _skip,
    f"{W}delInstrText": _skip,
    f"{W}ins": _inserted,
    f"{W}moveTo": _inserted,
    f"{W}del": _deleted,
    f"{W}moveFrom": _deleted,
    ALTERNATE: _alternate,
}
# What adds to a line by itself, wherever it stands.
LEAVES: dict[str, Handler] = {
    **_TEXT,
    f"{W}drawing": docx_remarks.drawing,
    f"{W}pict": docx_remarks.drawing,
    f"{W}object": docx_remarks.embedded,
    f"{W}commentReference": docx_remarks.comment,
    f"{W}footnoteReference": docx_remarks.footnote,
    f"{W}endnoteReference": docx_remarks.endnote,
}
HANDLERS: dict[str, Handler] = {**LEAVES, **_AROUND}
QUOTING: dict[str, Handler] = {**_TEXT, **_AROUND, PARAGRAPH: _quoted_paragraph}
