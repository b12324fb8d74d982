"""One row a figure: printed as it is known, and gathered from every process of a run into one table of docs/benchmarks.md."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
# The file in which the processes of one run leave their rows.
VARIABLE = "BENCH_TOLD"
BEGIN, END = "<!-- begin: written by make bench -->", "<!-- end: written by make bench -->"
_HEAD = "| | Ratio | Ours | Beside | Bar | |\n| --- | --- | --- | --- | --- | --- |\n"


@dataclass(frozen=True)
class Row:
    """``part``: what it stands under; ``ratio`` first, since milliseconds are of the machine; ``held``: whether the bar is."""

    part: str
    name: str
    ours: str
    ratio: str = ""
    beside: str = ""
    bar: str = ""
    held: bool | None = None

    @property
    def mark(self) -> str:
        return "" if self.held is None else ("kept" if self.held else "**missed**")


def tell(row: Row) -> None:
    told = [row.ratio, row.ours, row.beside, f"(bar: {row.bar})" if row.bar else "", row.mark.strip("*")]
    print(f"  {row.part}: {row.name:40} {'  '.join(each for each in told if each)}", flush=True)
    if place := os.environ.get(VARIABLE):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(row)) + "\n")


def gathered(place: Path) -> list[Row]:
    return [Row(**json.loads(line)) for line in place.read_text("utf-8").splitlines()]


def table(rows: list[Row]) -> str:
    """In Markdown, the parts in the order in which they came."""
    lines, part = [], ""
    for row in rows:
        if row.part != part:
            part = row.part
            lines.append(f"| **{part}** | | | | | |")
        lines.append(f"| {row.name} | {row.ratio} | {row.ours} | {row.beside} | {row.bar} | {row.mark} |")
    return _HEAD + "\n".join(lines) + "\n"


def write(said: str, rows: list[Row], page: Path = PAGE) -> None:
    """Put the table of this run in the place of the one before; ``said``: when, on what."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{said}\n\n{table(rows)}\n{END}{after}", "utf-8")
