"""The marks of lists, counted as Word counts them. Source: ECMA-376, part 1, § 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.docx_names import VALUE, W, count
from auditblanc.interchange.form_reader.numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

BULLET = "- "
_INDENT = "  "
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    format: str
    text: str
    start: int


class Lists:
    """The lists of a document, and how far each has counted: ask for marks in the order of the document."""

    __slots__ = ("_counters", "_levels", "_roots")

    def __init__(self, root: etree._Element | None) -> None:
        abstract = (
            {}
            if root is None
            else {entry.get(f"{W}abstractNumId"): entry for entry in root.iterfind(f"{W}abstractNum")}
        )
        self._levels: dict[str, dict[int, _Level]] = {}
        self._roots: dict[str, str] = {}
        self._counters: dict[str, dict[int, int]] = {}
        for number in () if root is None else root.iterfind(f"{W}num"):
            identifier = number.get(f"{W}numId") or ""
            origin = _value(number, "abstractNumId")
            overrides = list(number.iterfind(f"{W}lvlOverride"))
            self._levels[identifier] = _levels(abstract.get(origin)) | _overridden(overrides)
            # Lists of one definition count on together, unless one starts anew.
            self._roots[identifier] = f"{origin}/{identifier}" if overrides else origin

    def mark(self, identifier: str, depth: int) -> str:
        """What stands before the next paragraph of that list, space included; empty for an unknown list."""
        levels = self._levels.get(identifier, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(self._roots[identifier], {})
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counters.pop(deeper, None)
        mark = BULLET if level.format == "bullet" else _numbered(levels, level, counters)
        return _INDENT * depth + mark


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
