"""What the styles of an OpenDocument file say: the name that a person sees, the colour of a cell, a font, a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from auditblanc.interchange.form_reader.odt_names import FO, OFFICE, STYLE, SVG, TEXT

_NAME, _FAMILY = f"{STYLE}name", f"{STYLE}family"
_SHOWN, _PARENT = f"{STYLE}display-name", f"{STYLE}parent-style-name"
_LIST_STYLE, _BACKGROUND = f"{TEXT}list-style", f"{FO}background-color"
_CELL_PROPERTIES, _TEXT_PROPERTIES = f"{STYLE}table-cell-properties", f"{STYLE}text-properties"
_COLOUR, _WHITE = re.compile("#[0-9A-F]{6}"), "#FFFFFF"
# In this order a style of the body hides one of the same name.
_PICKED, _MADE_BY_EDITOR = f"{OFFICE}styles", f"{OFFICE}automatic-styles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """By the names that elements call them by. ``shown`` is the style that a person picked for a paragraph."""

    shown: dict[str, str] = field(default_factory=dict)
    fills: dict[str, str] = field(default_factory=dict)
    lists: dict[str, etree._Element] = field(default_factory=dict)
    texts: dict[str, etree._Element] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str:
        """The font of a text or paragraph style; empty when it does not say."""
        entry = self.texts.get(name)
        properties = None if entry is None else entry.find(_TEXT_PROPERTIES)
        if properties is None:
            return ""
        face = properties.get(f"{STYLE}font-name") or ""
        return self.faces.get(face, face) or _family(properties.get(f"{FO}font-family"))


def styles_of(*roots: etree._Element | None) -> Styles:
    """The styles of the parts, those of the last part hiding the others."""
    styles = Styles()
    for root in roots:
        for face in () if root is None else root.iterfind(f"{OFFICE}font-face-decls/{STYLE}font-face"):
            styles.faces[face.get(_NAME) or ""] = _family(face.get(f"{SVG}font-family"))
        for section in (_PICKED, _MADE_BY_EDITOR):
            for entry in () if root is None else root.iterfind(f"{section}/*"):
                _learn(entry, styles, is_picked=section == _PICKED)
    return styles


def _learn(entry: etree._Element, styles: Styles, *, is_picked: bool) -> None:
    name, family = entry.get(_NAME) or "", entry.get(_FAMILY)
    if family == "table-cell":
        styles.fills[name] = _fill(entry.find(_CELL_PROPERTIES))
    elif family == "paragraph":
        styles.texts[name] = entry
        styles.shown[name] = (entry.get(_SHOWN) or name) if is_picked else _shown(entry, styles)
    elif family == "text":
        styles.texts[name] = entry
    elif entry.tag == _LIST_STYLE:
        styles.lists[name] = entry


def _shown(entry: etree._Element, styles: Styles) -> str:
    """The name of the style that a person picked, for one that the editor made from it."""
    parent = entry.get(_PARENT) or ""
    return styles.shown.get(parent, parent)


def _fill(properties: etree._Element | None) -> str:
    """A colour as six hexadecimal digits in capitals; empty for none and for white."""
    fill = "" if properties is None else (properties.get(_BACKGROUND) or "").upper()
    return fill.removeprefix("#") if _COLOUR.fullmatch(fill) and fill != _WHITE else ""


def _family(name: str | None) -> str:
    return (name or "").strip("'\" ")
