"""SVG as strings. Colours stand in presentation attributes, which any rule of a page on the same class wins over."""

from __future__ import annotations

from html import escape

from auditblanc.reports.palette import INK

FONT = "Libertinus Serif, Georgia, serif"


def picture(*, width: int, height: int, name: str, title: str, description: str, content: str) -> str:
    """A whole picture; ``name`` tells its identifiers from those of the other pictures of a page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' class="chart" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FONT}" font-size="13">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
        f"{content}</svg>"
    )


def words(
    x: float, y: float, content: str, *, css: str = "chart-label", colour: str = INK, anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" class="{css}" fill="{colour}" text-anchor="{anchor}">{escape(content)}</text>'
    )


def heading(x: float, y: float, content: str, *, anchor: str = "start") -> str:
    """What an axis or a bar is about."""
    return words(x, y, content, css="chart-heading", anchor=anchor).replace("<text", '<text font-weight="bold"', 1)


def pattern(identifier: str, css: str, wash: str, colour: str, drawing: str) -> str:
    """A fill of 8 by 8 that tells a level by its grain too; ``drawing`` is the data of a path."""
    return (
        f'<pattern id="{identifier}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" class="{css}-wash" fill="{wash}"/>'
        f'<path d="{drawing}" class="{css}-grain" stroke="{colour}" stroke-width="1.6" fill="none"/></pattern>'
    )
