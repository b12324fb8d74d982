"""What French sentences are put together with: lists and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def listed(words: Sequence[str], link: str = "et") -> str:
    """« a », « a et b », « a, b et c »; empty when there is nothing."""
    *others, last = words or ("",)
    return f"{', '.join(others)} {link} {last}" if others else last


def counted(count: int, singular: str, plural: str) -> str:
    """« 1 indicateur », « 28 indicateurs ». In French zero is singular."""
    return f"{count} {plural if count > 1 else singular}"
