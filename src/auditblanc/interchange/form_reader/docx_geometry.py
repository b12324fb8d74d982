"""What the cells of a Word table say of themselves besides their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditblanc.interchange.form_reader.docx_names import CELL_PROPERTIES, VALUE, W, count

if TYPE_CHECKING:
    from lxml import etree

_GRID_SPAN, _VERTICAL_MERGE, _SHADE = f"{W}gridSpan", f"{W}vMerge", f"{W}shd"
_NO_FILL = ("", "AUTO", "FFFFFF")


class Geometry(NamedTuple):
    """How many columns a cell takes, its colour, and whether it goes on from the cell above."""

    span: int = 1
    fill: str = ""
    is_covered: bool = False


PLAIN = Geometry()


def geometries(body: etree._Element) -> dict[etree._Element, Geometry]:
    """The cells that are not plain, found in one pass: most have nothing to say but their width."""
    found: dict[etree._Element, Geometry] = {}
    for element in body.iter(_GRID_SPAN, _VERTICAL_MERGE, _SHADE):
        properties = element.getparent()
        cell = properties.getparent() if properties is not None and properties.tag == CELL_PROPERTIES else None
        if cell is not None:
            found[cell] = _with(found.get(cell, PLAIN), element)
    return found


def _with(geometry: Geometry, element: etree._Element) -> Geometry:
    if element.tag == _GRID_SPAN:
        return geometry._replace(span=max(count(element.get(VALUE), 1), 1))
    if element.tag == _VERTICAL_MERGE:
        return geometry._replace(is_covered=element.get(VALUE) != "restart")
    fill = (element.get(f"{W}fill") or "").upper()
    return geometry._replace(fill="" if fill in _NO_FILL else fill)
