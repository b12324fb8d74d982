"""How figures of the site are printed: the figure, its bar, and whether it is held."""

from __future__ import annotations


def line(name: str, figure: str, bar: str = "", *, held: bool | None = None) -> None:
    mark = "" if held is None else ("  held" if held else "  MISSED")
    print(f"  {name:32} {figure}" + (f"   (bar: {bar}){mark}" if bar else ""))
