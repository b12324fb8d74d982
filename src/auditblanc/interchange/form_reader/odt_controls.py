"""What lets tick or choose: content controls, fields of old Word forms, controls drawn on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.inline import CHECKED, UNCHECKED
from auditblanc.interchange.form_reader.odt_names import DRAW, FIELD, FORM, LOEXT, natural
from auditblanc.interchange.form_reader.odt_scan import plain_text, put, walk

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.form_reader.inline import Line
    from auditblanc.interchange.form_reader.odt_scan import Scan

_TYPED_IN = {f"{FORM}{name}" for name in ("text", "textarea", "formatted-text", "combobox", "number", "date", "time")}


def content_control(element: etree._Element, line: Line, scan: Scan) -> None:
    if element.get(f"{LOEXT}checkbox") == "true":
        _tick(element.get(f"{LOEXT}checked") == "true", line, scan)
    elif element.get(f"{LOEXT}showing-place-holder") != "true":
        walk(element, line, scan)


def old_field(element: etree._Element, line: Line, scan: Scan) -> None:
    """A box or a list of Word's old forms, whose state is nowhere in the text."""
    values: dict[str, list[str]] = {}
    for entry in element.iterfind(f"{FIELD}param"):
        values.setdefault(entry.get(f"{FIELD}name") or "", []).append(entry.get(f"{FIELD}value") or "")
    kind = element.get(f"{FIELD}type") or ""
    if kind.endswith("FORMCHECKBOX"):
        _tick(values.get("Checkbox_Checked") == ["true"], line, scan)
    elif kind.endswith("FORMDROPDOWN"):
        index = natural(values.get("Dropdown_Selected", ["0"])[0], 0)
        put("".join(values.get("Dropdown_ListEntry", [])[index : index + 1]), line, scan)
    walk(element, line, scan)


def drawn(element: etree._Element, line: Line, scan: Scan) -> None:
    """A control of the page, by its state."""
    control = scan.parts.controls.get(element.get(f"{DRAW}control") or "")
    if control is None:
        return
    if control.tag == f"{FORM}checkbox":
        _tick(_state(control, "current-state", "state") == "checked", line, scan)
    elif control.tag == f"{FORM}radio":
        _tick(_state(control, "current-selected", "selected") == "true", line, scan)
    elif control.tag == f"{FORM}listbox":
        chosen = (each for each in control if _state(each, "current-selected", "selected") == "true")
        _say(", ".join(each.get(f"{FORM}label") or "" for each in chosen), line, scan)
    elif control.tag in _TYPED_IN:
        _say(_state(control, "current-value", "value") or plain_text(control, scan), line, scan)


def _state(element: etree._Element, current: str, initial: str) -> str:
    return element.get(f"{FORM}{current}") or element.get(f"{FORM}{initial}") or ""


def _say(text: str, line: Line, scan: Scan) -> None:
    """What was typed in a control, which may be drawn many times."""
    scan.allowance.take(len(text))
    put(text, line, scan)


def _tick(is_checked: bool, line: Line, scan: Scan) -> None:  # noqa: FBT001
    put(CHECKED if is_checked else UNCHECKED, line, scan)
