"""What hangs on an OpenDocument paragraph without being its text: drawings, text boxes, comments, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.grid import RemarkKind
from auditblanc.interchange.form_reader.odt_names import DC, DRAW, SVG, TEXT
from auditblanc.interchange.form_reader.odt_scan import plain_text

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.inline import Line
    from auditblanc.interchange.form_reader.odt_scan import Scan

DRAWINGS = (
    "frame", "g", "custom-shape", "rect", "circle", "ellipse", "line", "polyline", "polygon", "regular-polygon", "path",
    "connector", "caption", "measure",
)  # fmt: skip
TEXT_BOX = f"{DRAW}text-box"
_OBJECTS = tuple(f"{DRAW}{name}" for name in ("object", "object-ole", "applet", "plugin", "floating-frame"))
_DESCRIPTIONS = (f"{SVG}desc", f"{SVG}title")


def drawing(element: etree._Element, line: Line, scan: Scan) -> None:
    """A text box or a shape is told by its words, anything else by its description, if it has one."""
    text = plain_text(element, scan)
    if any(element.find(tag) is not None for tag in _OBJECTS):
        line.remark(RemarkKind.OBJECT, text or _description(element))
    elif text:
        line.remark(RemarkKind.TEXT_BOX, text)
    elif element.find(TEXT_BOX) is None or next(element.iter(f"{DRAW}image"), None) is not None:
        line.remark(RemarkKind.PICTURE, _description(element))


def comment(element: etree._Element, line: Line, scan: Scan) -> None:
    """Who says what in the margin."""
    author = (element.findtext(f"{DC}creator") or "").strip()
    text = plain_text(element, scan)
    line.remark(RemarkKind.COMMENT, f"{author} : {text}" if author and text else text)


def note(element: etree._Element, line: Line, scan: Scan) -> None:
    body = element.find(f"{TEXT}note-body")
    if body is not None:
        line.remark(RemarkKind.NOTE, plain_text(body, scan))


def _description(element: etree._Element) -> str:
    found = (element.findtext(tag) for tag in _DESCRIPTIONS)
    return next((text.strip() for text in found if text), "")
