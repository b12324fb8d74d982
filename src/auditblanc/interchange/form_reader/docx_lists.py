"""The marks of lists, counted as Word counts them. Source: ECMA-376, part 1, § 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from auditblanc.interchange.form_reader.docx_names import VALUE, W, count
from auditblanc.interchange.form_reader.numerals import BULLET, INDENT, numeral

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    format: str
    text: str
    start: int


class _List(NamedTuple):
    """``root`` names the count: lists of one definition count on together, unless one starts anew."""

    levels: dict[int, _Level]
    root: str


class Lists:
    """The lists of a document, and how far each has counted: ask for marks in the order of the document."""

    __slots__ = ("_counters", "_definitions", "_lists", "_numbers")

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions = _by(root, "abstractNum", "abstractNumId")
        self._numbers = _by(root, "num", "numId")
        # A part may define many thousands of lists: only those that the body uses are read.
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, dict[int, int]] = {}

    def mark(self, identifier: str, depth: int) -> str:
        """What stands before the next paragraph of that list, space included; empty for an unknown list."""
        if identifier not in self._lists:
            self._lists[identifier] = self._list(identifier)
        levels, root = self._lists[identifier]
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(root, {})
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counters.pop(deeper, None)
        mark = BULLET if level.format == "bullet" else _numbered(levels, level, counters)
        return INDENT * depth + mark

    def _list(self, identifier: str) -> _List:
        number = self._numbers.get(identifier)
        if number is None:
            return _List({}, "")
        origin = _value(number, "abstractNumId")
        overrides = list(number.iterfind(f"{W}lvlOverride"))
        levels = _levels(self._definitions.get(origin)) | _overridden(overrides)
        return _List(levels, f"{origin}/{identifier}" if overrides else origin)


def _by(root: etree._Element | None, tag: str, identifier: str) -> dict[str, etree._Element]:
    entries = () if root is None else root.iterfind(f"{W}{tag}")
    return {entry.get(f"{W}{identifier}") or "": entry for entry in entries}


def _numbered(levels: dict[int, _Level], level: _Level, counters: dict[int, int]) -> str:
    def counted(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        of = levels.get(depth, level)
        return numeral(counters.get(depth, of.start), of.format)

    text = _PLACE.sub(counted, level.text)
    return f"{text} " if text else ""


def _levels(entry: etree._Element | None) -> dict[int, _Level]:
    if entry is None:
        return {}
    return {count(level.get(f"{W}ilvl"), 0): _level(level) for level in entry.iterfind(f"{W}lvl")}


def _level(entry: etree._Element) -> _Level:
    return _Level(
        format=_value(entry, "numFmt") or "decimal",
        text=_value(entry, "lvlText"),
        start=count(_value(entry, "start"), 1),
    )


def _overridden(overrides: list[etree._Element]) -> dict[int, _Level]:
    found = ((entry.get(f"{W}ilvl"), entry.find(f"{W}lvl")) for entry in overrides)
    return {count(depth, 0): _level(level) for depth, level in found if level is not None}


def _value(entry: etree._Element, name: str) -> str:
    child = entry.find(f"{W}{name}")
    return "" if child is None else child.get(VALUE) or ""
