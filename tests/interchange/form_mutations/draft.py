"""A Word form being changed: its tree, its other parts, and what was typed in it."""

from __future__ import annotations

import copy
import io
import zipfile
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import TYPE_CHECKING, TypeVar

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
BODY_PART = "word/document.xml"
OPEN_BODY_PART = "content.xml"
LINKS_PART = "word/_rels/document.xml.rels"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "x": "urn:inconnu",
}
W = "{" + NAMESPACES["w"] + "}"
VALUE = f"{W}val"
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


class NoTargetError(Exception):
    """The form has nothing that the mutation could be done to."""


@dataclass
class Draft:
    """``name`` is that of the part that ``root`` is. ``typed``: words typed anywhere; ``answers``: lines added to the text of an indicator, by its number."""

    rng: Random
    name: str
    root: etree._Element
    parts: dict[str, bytes]
    typed: list[str] = field(default_factory=list)
    answers: dict[int, list[str]] = field(default_factory=dict)

    @property
    def body(self) -> etree._Element:
        return one(self.root, "body")

    @property
    def tables(self) -> list[etree._Element]:
        """Those that stand in the body itself."""
        return self.body.findall(f"{W}tbl")

    @property
    def rows(self) -> list[etree._Element]:
        return every(self.root, "tr")

    @property
    def indicator_rows(self) -> list[etree._Element]:
        return [row for row in self.rows if is_indicator(row)]

    @property
    def cells(self) -> list[etree._Element]:
        return every(self.root, "tc")

    @property
    def runs(self) -> list[etree._Element]:
        """Runs that hold text."""
        return [run for run in every(self.root, "r") if run.find(f"{W}t") is not None]

    def pick(self, found: Iterable[T]) -> T:
        choices = list(found)
        if not choices:
            raise NoTargetError
        return self.rng.choice(choices)

    def word(self) -> str:
        """A word that stands nowhere else: it must come out of the reader if it is still in the form."""
        word = f"MOT{len(self.typed)}Z{self.rng.randrange(10**6)}Z"
        self.typed.append(word)
        return word


def opened(data: bytes, rng: Random) -> Draft:
    """A Word form, or one of OpenDocument."""
    name, root, parts = _unpacked(data)
    return Draft(rng, name, copy.deepcopy(root), dict(parts))


@cache
def _unpacked(data: bytes) -> tuple[str, etree._Element, dict[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = BODY_PART if BODY_PART in parts else OPEN_BODY_PART
    return name, etree.fromstring(parts.pop(name)), parts


def made(xml: str) -> etree._Element:
    """An element from its markup, the usual prefixes being declared."""
    return etree.fromstring(f"<x:x {_DECLARED}>{xml}</x:x>")[0]


def every(element: etree._Element, *names: str) -> list[etree._Element]:
    return list(element.iter(*(f"{W}{name}" for name in names)))


def one(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{W}{name}")
    if found is None:
        raise NoTargetError
    return found


def cells_of(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those that a control wraps included."""
    return [cell for cell in every(row, "tc") if next(cell.iterancestors(f"{W}tr")) is row]


def text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in every(element, "t"))


def is_indicator(row: etree._Element) -> bool:
    first = next(row.iter(f"{W}tc"), None)
    return first is not None and text_of(first).strip().isdigit() and len(cells_of(row)) > 3


def properties_of(element: etree._Element) -> etree._Element:
    """The properties of a cell, row, run or paragraph, added where it has none."""
    tag = f"{element.tag}Pr"
    found = element.find(tag)
    if found is None:
        found = etree.Element(tag)
        element.insert(0, found)
    return found


def set_property(element: etree._Element, name: str, **attributes: str) -> None:
    properties = properties_of(element)
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    etree.SubElement(properties, f"{W}{name}", {f"{W}{key}": value for key, value in attributes.items()})


def move_after(place: etree._Element, element: etree._Element) -> None:
    if element is place or element in place.iterancestors():
        raise NoTargetError
    place.addnext(element)


def remove(element: etree._Element) -> None:
    element.getparent().remove(element)


def wrapped(element: etree._Element, around: etree._Element, inside: etree._Element | None = None) -> None:
    """Put ``around`` in the place of ``element``, and it ``inside`` or directly in ``around``."""
    element.getparent().replace(element, around)
    (around if inside is None else inside).append(element)
