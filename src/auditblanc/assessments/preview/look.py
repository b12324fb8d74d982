"""What there is to see of a file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """``pages``: how many pictures it has; without any, its ``text``, ``is_cut`` where there is more of it.

    ``refused``: why there is nothing, a French clause.
    """

    pages: int = 0
    text: str = ""
    is_cut: bool = False
    refused: str = ""
