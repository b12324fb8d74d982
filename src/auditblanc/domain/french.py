"""What French sentences are put together with: lists and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


# From here on, tenths say nothing more.
_TENTHS = 10


def listed(words: Sequence[str], link: str = "et") -> str:
    """« a », « a et b », « a, b et c »; empty when there is nothing."""
    *others, last = words or ("",)
    return f"{', '.join(others)} {link} {last}" if others else last


def counted(count: int, singular: str, plural: str) -> str:
    """« 1 indicateur », « 28 indicateurs ». In French zero is singular."""
    return f"{count} {plural if count > 1 else singular}"


def weighed(size: int) -> str:
    """« 840 o », « 12 ko », « 2,4 Mo », « 1,5 Go »: bytes, in steps of a thousand as systems show them."""
    for unit, step in (("Go", 1_000_000_000), ("Mo", 1_000_000), ("ko", 1_000)):
        if size >= step:
            figure = size / step
            return (
                f"{figure:.1f}".replace(".", ",").removesuffix(",0") + f" {unit}"
                if figure < _TENTHS
                else f"{figure:.0f} {unit}"
            )
    return f"{size} o"
