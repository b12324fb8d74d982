"""What a person reads in a terminal: tables that fit its width, colour only where there is a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Below this width, a table of texts is unreadable: each row becomes a block of lines.
NARROW = 70
# No column but the wide one takes more than this share of the width.
SHARE = 4


def output() -> Console:
    """Where data goes: stdout, at most 120 columns wide."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, 120)
    return console


def say(*lines: str) -> None:
    """Print plain lines on stdout, wrapped, never read as markup."""
    console = output()
    for line in lines:
        console.print(Text(line))


def heading(line: str) -> None:
    console = output()
    console.print()
    console.print(Text(line, style="bold"))


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, wide: int | tuple[int, ...]) -> None:
    """Print rows under headers; the ``wide`` columns share what the others leave of the width."""
    console = output()
    if console.width < NARROW:
        blocks(console, headers, rows)
        return
    drawn = Table(box=SIMPLE, pad_edge=False, show_edge=False, expand=True)
    for index, header in enumerate(headers):
        if index in (wide if isinstance(wide, tuple) else (wide,)):
            drawn.add_column(header, ratio=1, overflow="fold")
        else:
            drawn.add_column(header, max_width=console.width // SHARE, overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn)


def blocks(console: Console, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        for header, cell in zip(headers, row, strict=True):
            if cell:
                console.print(Text(f"{header} : {cell}"))
        console.print()


def excerpt(text: str, length: int = 160) -> str:
    """The beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
