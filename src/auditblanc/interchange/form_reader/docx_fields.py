"""What Word computes or lets tick: links, fields, boxes and lists to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import docx_names as names
from auditblanc.interchange.form_reader.docx_names import W14, R, W
from auditblanc.interchange.form_reader.docx_scan import Field, content, walk

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Scan
    from auditblanc.interchange.form_reader.inline import Line

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_KIND = f"{W}fldCharType"
_CHECKBOX = f"{names.CONTROL_PROPERTIES}/{W14}checkbox"


def link(element: etree._Element, line: Line, scan: Scan) -> None:
    start = len(line.pieces)
    walk(element, line, scan)
    address = scan.parts.links.get(element.get(f"{R}id") or "", "")
    scan.allowance.take(len(address))
    line.link(start, address)


def simple_field(element: etree._Element, line: Line, scan: Scan) -> None:
    start = len(line.pieces)
    walk(element, line, scan)
    line.link(start, _address(element.get(f"{W}instr") or ""))


def field_character(element: etree._Element, line: Line, scan: Scan) -> None:
    """The beginning, the middle and the end of a field, which runs stand between."""
    kind = element.get(_KIND)
    if kind == "begin":
        scan.fields.append(Field())
        _form_field(element, line)
    elif kind == "separate" and scan.fields:
        scan.fields[-1].start = len(line.pieces)
    elif kind == "end" and scan.fields:
        field = scan.fields.pop()
        if field.start is not None:
            line.link(field.start, _address("".join(field.instruction)))


def instruction(element: etree._Element, _line: Line, scan: Scan) -> None:
    if scan.fields and scan.fields[-1].start is None:
        scan.fields[-1].instruction.append(element.text or "")


def is_box(control: etree._Element) -> bool:
    """Whether a control is a box to tick."""
    return control.find(_CHECKBOX) is not None


def control(element: etree._Element, line: Line, scan: Scan) -> None:
    box = element.find(_CHECKBOX)
    if box is not None:
        state = box.find(f"{W14}checked")
        line.tick(is_checked=state is not None and names.is_on(state.get(f"{W14}val")))
        return
    shown = content(element)
    if shown is not None:
        walk(shown, line, scan)


def _address(instruction: str) -> str:
    found = _LINK.match(instruction)
    return found[1] if found else ""


def _form_field(element: etree._Element, line: Line) -> None:
    """Boxes and lists of Word's old forms, whose state is nowhere in the text."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        line.tick(is_checked=state is not None and names.is_on(state.get(names.VALUE)))
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        result = choices.find(f"{W}result")
        index = 0 if result is None else names.count(result.get(names.VALUE), 0)
        entries = [entry.get(names.VALUE) or "" for entry in choices.iterfind(f"{W}listEntry")]
        line.pieces += entries[index : index + 1]
