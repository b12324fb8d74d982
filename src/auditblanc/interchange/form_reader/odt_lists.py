"""The marks of lists, counted as OpenDocument editors count them. Source: OpenDocument 1.2, part 1, § 5.3 and § 16.30."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.numerals import BULLET, INDENT, numeral
from auditblanc.interchange.form_reader.odt_names import IDENTIFIER, STYLE, STYLE_NAME, TEXT, natural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_FORMS = {
    "": "none", "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero",
}  # fmt: skip
_NUMBERED = f"{TEXT}list-level-style-number"
_BULLETS = (f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """``shown`` is how many levels its number tells, itself included."""

    form: str
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


_Levels = dict[int, _Level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """A list being read at one depth, from 0. ``counts`` are shared by all its depths, and by lists that go on."""

    levels: _Levels
    counts: dict[int, int]
    depth: int = 0

    def mark(self, item: etree._Element) -> str:
        """What stands before the words of an item, space included; empty when the style puts nothing."""
        level = self.levels.get(self.depth)
        if level is None:
            return ""
        counted = self.counts.get(self.depth, level.start - 1) + 1
        self.counts[self.depth] = natural(item.get(f"{TEXT}start-value"), counted)
        for deeper in [depth for depth in self.counts if depth > self.depth]:
            del self.counts[deeper]
        return INDENT * self.depth + (BULLET if level.form == "bullet" else self._numbered(level))

    def _numbered(self, level: _Level) -> str:
        depths = range(max(self.depth - level.shown + 1, 0), self.depth + 1)
        numbers = (
            numeral(self.counts.get(each, of.start), of.form) for each in depths if (of := self.levels.get(each))
        )
        number = ".".join(filter(None, numbers))
        return f"{level.before}{number}{level.after} " if number else ""


class Lists:
    """The lists of a document, and how far each has counted: open them in the order of the document."""

    __slots__ = ("_by_identifier", "_by_style", "_levels", "_styles")

    def __init__(self, styles: Mapping[str, etree._Element]) -> None:
        self._styles = styles
        self._levels: dict[str, _Levels] = {}
        self._by_identifier: dict[str | None, dict[int, int]] = {}
        self._by_style: dict[str, dict[int, int]] = {}

    def open(self, element: etree._Element, outer: Numbering | None) -> Numbering:
        """The numbering of a list, which ``outer`` is the list around."""
        style = element.get(STYLE_NAME) or ""
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        if outer is None:
            return Numbering(levels=self._of(style), counts=self._counts(element, style, goes_on=goes_on))
        depth = outer.depth + 1
        if not goes_on:
            outer.counts.pop(depth, None)
        return Numbering(levels=self._of(style) if style else outer.levels, counts=outer.counts, depth=depth)

    def _counts(self, element: etree._Element, style: str, *, goes_on: bool) -> dict[int, int]:
        known = self._by_identifier.get(element.get(f"{TEXT}continue-list"))
        if known is None and goes_on:
            known = self._by_style.get(style)
        counts = {} if known is None else known
        self._by_style[style] = counts
        if identifier := element.get(IDENTIFIER):
            self._by_identifier[identifier] = counts
        return counts

    def _of(self, style: str) -> _Levels:
        if style not in self._levels:
            entries = self._styles.get(style, ())
            self._levels[style] = {natural(entry.get(f"{TEXT}level"), 1) - 1: _level(entry) for entry in entries}
        return self._levels[style]


def _level(entry: etree._Element) -> _Level:
    if entry.tag != _NUMBERED:
        return _Level(form="bullet" if entry.tag in _BULLETS else "none")
    form = entry.get(f"{STYLE}num-format") or ""
    return _Level(
        form=_FORMS.get(form, "decimal"),
        before=entry.get(f"{STYLE}num-prefix") or "",
        after=entry.get(f"{STYLE}num-suffix") or "",
        start=natural(entry.get(f"{TEXT}start-value"), 1),
        shown=natural(entry.get(f"{TEXT}display-levels"), 1),
    )
