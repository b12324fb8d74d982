"""How high a row must be for its texts to show: no application computes it when it opens a file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HIGHEST = 409.0  # what Excel allows, in points
_LOWEST = 22.0
_MARGIN = 5.0
# Of Arial: characters of one point in a unit of width, what lines lose to words that do not fit, and leading.
_CHARACTERS = 13.0
_LOST = 3.0
_LEADING = 1.29


def height(cells: Iterable[tuple[str, int, float]]) -> float:
    """Points for the highest of some texts, each with the width of its column and the size of its letters."""
    needed = (lines(text, width, size) * size * _LEADING + _MARGIN for text, width, size in cells)
    return min(max([_LOWEST, *needed]), HIGHEST)


def lines(text: str, width: int, size: float) -> int:
    """Lines that a text takes in a column, as near as can be told without its font."""
    room = max(_CHARACTERS * width / size - _LOST, 1.0)
    return sum(max(1, math.ceil(len(line) / room)) for line in text.split("\n"))
