"""What hangs on a Word paragraph without being its text: drawings, text boxes, comments, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import docx_names as names
from auditblanc.interchange.form_reader.docx_names import W
from auditblanc.interchange.form_reader.docx_scan import plain_text
from auditblanc.interchange.form_reader.grid import RemarkKind

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Scan
    from auditblanc.interchange.form_reader.inline import Line

_BOX = f"{W}txbxContent"
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def drawing(element: etree._Element, line: Line, scan: Scan) -> None:
    """A text box is told by its words, anything else by its description, if it has one."""
    boxes = (box for box in element.iter(_BOX) if next(box.iterancestors(_BOX), None) is None)
    texts = [text for box in boxes if (text := plain_text(box, scan))]
    for text in texts:
        line.remark(RemarkKind.TEXT_BOX, text)
    if not texts:
        properties = element.find(f"*/{_PROPERTIES}")
        line.remark(RemarkKind.PICTURE, "" if properties is None else properties.get("descr") or "")


def embedded(element: etree._Element, line: Line, scan: Scan) -> None:
    line.remark(RemarkKind.OBJECT, plain_text(element, scan))


def comment(element: etree._Element, line: Line, scan: Scan) -> None:
    identifier = element.get(names.IDENTIFIER) or ""
    entry = scan.parts.comments.get(identifier)
    if entry is not None and identifier not in scan.cited_comments:
        line.remark(RemarkKind.COMMENT, said(entry, scan))
    scan.cited_comments.add(identifier)


def said(entry: etree._Element, scan: Scan) -> str:
    """Who says what in a comment."""
    author = (entry.get(f"{W}author") or "").strip()
    text = plain_text(entry, scan)
    return f"{author} : {text}" if author and text else text


def footnote(element: etree._Element, line: Line, scan: Scan) -> None:
    _note(scan.parts.footnotes.get(element.get(names.IDENTIFIER) or ""), line, scan)


def endnote(element: etree._Element, line: Line, scan: Scan) -> None:
    _note(scan.parts.endnotes.get(element.get(names.IDENTIFIER) or ""), line, scan)


def _note(entry: etree._Element | None, line: Line, scan: Scan) -> None:
    if entry is not None:
        text = plain_text(entry, scan)
        scan.allowance.take(len(text))
        line.remark(RemarkKind.NOTE, text)
