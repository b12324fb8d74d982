"""Print the size bar of the code: lines per file and per function, and the share of tests.

Exit 1 when a bar is passed. Blank lines and comments count; data files do not.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Bar:
    name: str
    figures: tuple[int, int, int]
    limits: tuple[int, int, int]

    @property
    def is_kept(self) -> bool:
        """The 95th percentile and the greatest bind; the median is printed, for a few files say little with it."""
        return all(figure <= limit for figure, limit in zip(self.figures[1:], self.limits[1:], strict=True))


def spread(sizes: list[int]) -> tuple[int, int, int]:
    """Median, 95th percentile and greatest of some sizes."""
    ordered = sorted(sizes)
    return round(median(ordered)), ordered[int(0.95 * (len(ordered) - 1))], ordered[-1]


def functions(tree: ast.AST) -> list[int]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [(node.end_lineno or node.lineno) - node.lineno + 1 for node in ast.walk(tree) if isinstance(node, kinds)]


def lines(folder: str) -> dict[Path, str]:
    """The files that people wrote: Django writes the migrations."""
    found = sorted((ROOT / folder).rglob("*.py"))
    return {path: path.read_text("utf-8") for path in found if path.parent.name != "migrations"}


def main() -> int:
    source, tests = lines("src"), lines("tests")
    sizes = [text.count("\n") for text in source.values() if text.strip()]
    bodies = [size for text in source.values() for size in functions(ast.parse(text))]
    bars = [
        Bar("lines per file", spread(sizes), (60, 250, 400)),
        Bar("lines per function", spread(bodies), (8, 30, 50)),
    ]
    for bar in bars:
        print(f"{bar.name}: median {bar.figures[0]}, p95 {bar.figures[1]}, max {bar.figures[2]} (bar {bar.limits})")
    total = sum(text.count("\n") for text in tests.values())
    print(f"share of tests: {100 * total / (total + sum(sizes)):.0f} % of {total + sum(sizes)} lines (bar 55-65 %)")
    return 0 if all(bar.is_kept for bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
