"""The formats of cells: paper for what is the text's, white for what is to be filled, one accent colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from xlsxwriter.format import Format

from auditblanc.interchange.workbook.layout import Look

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

FONT = "Arial"  # the one font whose widths are the same on Windows, macOS and Linux
INK, QUIET, ACCENT = "#1F2933", "#5B6670", "#1F4E79"
PAPER, TINT, PALE, WHITE, RULE = "#F6F4EF", "#ECEFF3", "#DCE9F7", "#FFFFFF", "#C9CED6"
# By the first character of a level: what it looks like, readable in print without colours by its words.
LEVEL_COLOURS = {
    "1": {"bg_color": "#DDEFE3", "font_color": "#14532D", "bold": True},
    "2": {"bg_color": "#FFF1CC", "font_color": "#6B4A00", "bold": True},
    "3": {"bg_color": "#F9DEDA", "font_color": "#7F1D1D", "bold": True},
}
REVIEW_COLOURS = {
    "À revoir": {"bg_color": "#FFF1CC", "font_color": "#6B4A00", "bold": True},
    "Nouveau": {"bg_color": PALE, "font_color": "#173F66", "bold": True},
}

_TEXT = {"font_name": FONT, "font_size": 10, "font_color": INK, "text_wrap": True, "valign": "top"}
_FRAME = {"border": 1, "border_color": RULE, "align": "left", "indent": 1}
_HEADING = {
    **_TEXT,
    "bold": True,
    "font_color": ACCENT,
    "bg_color": PALE,
    "border": 1,
    "border_color": WHITE,
    "align": "left",
    "valign": "vcenter",
    "indent": 1,
}
_ANSWER = {**_TEXT, **_FRAME, "locked": False, "num_format": "@", "bg_color": WHITE}
_LOOKS: dict[Look, dict[str, Any]] = {
    Look.ANSWER: _ANSWER,
    Look.CHOICE: _ANSWER,
    Look.DAY: {**_ANSWER, "num_format": "dd/mm/yyyy"},
    Look.COUNT: {**_ANSWER, "num_format": "0"},
    Look.LOCKED: {**_TEXT, **_FRAME},
    Look.SMALL: {**_TEXT, **_FRAME, "font_size": 9, "font_color": QUIET},
    Look.STRONG: {**_TEXT, **_FRAME, "bold": True},
}
_FIXED: dict[str, dict[str, Any]] = {
    "title": {**_TEXT, "font_size": 18, "bold": True, "font_color": ACCENT, "text_wrap": False, "valign": "vcenter"},
    "sentence": {**_TEXT, "font_size": 11, "font_color": QUIET, "text_wrap": False},
    "heading": {**_HEADING, "font_color": WHITE, "bg_color": ACCENT},
    "answer_heading": _HEADING,
    "banner": {**_HEADING, "font_size": 11, "border": 0},
    "paragraph": {**_TEXT, "font_size": 11},
    "subtitle": {**_TEXT, "valign": "bottom", "font_size": 13, "bold": True, "font_color": ACCENT},
    "mention": {"font_name": FONT, "font_size": 9, "font_color": QUIET, "italic": True},
}


class Ground(StrEnum):
    """What cells stand on: two papers tell a criterion from the next; a line is of one sentence, in its middle."""

    PAPER = "paper"
    TINT = "tint"
    LINE = "line"


_GROUNDS: dict[Ground, dict[str, Any]] = {
    Ground.PAPER: {"bg_color": PAPER},
    Ground.TINT: {"bg_color": TINT},
    Ground.LINE: {"bg_color": PAPER, "valign": "vcenter"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The formats of one workbook."""

    looks: dict[tuple[Look, Ground], Format]
    fixed: dict[str, Format]
    fonts: dict[Look, Format]
    sizes: dict[Look, float]
    levels: dict[str, Format]
    reviews: dict[str, Format]


def make(book: Workbook) -> Styles:
    """Add the formats to a workbook."""
    return Styles(
        looks={
            (look, ground): book.add_format(_on(properties, under))
            for look, properties in _LOOKS.items()
            for ground, under in _GROUNDS.items()
        },
        fonts={
            look: book.add_format({key: value for key, value in properties.items() if key.startswith("font_")})
            for look, properties in _LOOKS.items()
        },
        sizes={look: properties["font_size"] for look, properties in _LOOKS.items()},
        fixed={name: book.add_format(properties) for name, properties in _FIXED.items()},
        levels={start: book.add_format(properties) for start, properties in LEVEL_COLOURS.items()},
        reviews={word: book.add_format(properties) for word, properties in REVIEW_COLOURS.items()},
    )


def _on(properties: dict[str, Any], ground: dict[str, Any]) -> dict[str, Any]:
    """A look on a ground; what is to be filled stays white."""
    own = {"bg_color": properties["bg_color"]} if "bg_color" in properties else {}
    return {**properties, **ground, **own}
