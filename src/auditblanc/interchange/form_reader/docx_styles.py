"""Paragraph styles: the name that a person sees, and the list that a style brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.docx_names import NUMBERING, PARAGRAPH_PROPERTIES, VALUE, W, count

if TYPE_CHECKING:
    from lxml import etree

# Word follows a chain of styles; a stranger may have closed it into a ring.
_CHAIN_LIMIT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """A list by its identifier, and how deep in it, from 0. An empty identifier takes a paragraph out of lists."""

    identifier: str
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    name: str
    base: str = ""
    place: ListPlace | None = None


def styles_of(root: etree._Element | None) -> dict[str, Style]:
    """The paragraph styles of the part, by identifier."""
    if root is None:
        return {}
    entries = (entry for entry in root.iterfind(f"{W}style") if entry.get(f"{W}type", "paragraph") == "paragraph")
    return {entry.get(f"{W}styleId") or "": _style(entry) for entry in entries}


def place_by_style(styles: dict[str, Style], identifier: str) -> ListPlace | None:
    """The list that a style or one it is based on puts a paragraph in."""
    for _ in range(_CHAIN_LIMIT):
        style = styles.get(identifier)
        if style is None or style.place:
            return style.place if style else None
        identifier = style.base
    return None


def place_of(numbering: etree._Element) -> ListPlace:
    """The list that a ``numPr`` element names."""
    identifier = _value(numbering, "numId")
    return ListPlace(identifier="" if identifier == "0" else identifier, depth=count(_value(numbering, "ilvl"), 0))


def _style(entry: etree._Element) -> Style:
    properties = entry.find(PARAGRAPH_PROPERTIES)
    numbering = None if properties is None else properties.find(NUMBERING)
    return Style(
        name=_value(entry, "name"),
        base=_value(entry, "basedOn"),
        place=None if numbering is None else place_of(numbering),
    )


def _value(entry: etree._Element, name: str) -> str:
    child = entry.find(f"{W}{name}")
    return "" if child is None else child.get(VALUE) or ""
