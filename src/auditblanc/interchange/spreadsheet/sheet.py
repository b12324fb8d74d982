"""Read the cells of one sheet. A cell far away costs nothing: no row or column is made for the empty ones before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.spreadsheet import values
from auditblanc.interchange.spreadsheet.cells import Cell, CellValue, Position, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator


ROW_LIMIT = 5_000
COLUMN_LIMIT = 100

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_INDEX = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the sheets of a workbook share."""

    strings: tuple[str, ...] = ()
    date_styles: frozenset[int] = frozenset()
    from_1904: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What hangs on a sheet in parts of its own."""

    comments: etree._Element | None = None
    drawing: etree._Element | None = None


def read_sheet(name: str, root: etree._Element, attached: Attached, shared: Shared) -> Sheet:
    """The cells of a sheet that hold something.

    Raises:
        UnreadableFileError: a cell that holds something stands beyond row 5,000 or column 100.
    """
    cells = {place: cell for place, node in _nodes(root) if (cell := _cell(node, shared)) is not None}
    for place in cells:
        if place.row > ROW_LIMIT or place.column > COLUMN_LIMIT:
            raise UnreadableFileError(
                f"La feuille « {name} » a une cellule remplie bien trop loin ({place.name}, au-delà de la ligne 5 000 ou de la colonne 100) : effacez-la, enregistrez puis réessayez."
            )
    return Sheet(
        name=name,
        cells=cells,
        merged=tuple(_position(node.get("ref", "")) for node in root.iter("{*}mergeCell")),
        notes=_notes(attached.comments),
        # LibreOffice attaches an empty drawing to every sheet.
        has_pictures=attached.drawing is not None and len(attached.drawing) > 0,
    )


def _notes(root: etree._Element | None) -> dict[Position, str]:
    comments = () if root is None else root.iter("{*}comment")
    return {_position(comment.get("ref", "")): values.plain_text(comment) for comment in comments}


def _nodes(root: etree._Element) -> Iterator[tuple[Position, etree._Element]]:
    """The cells with where they stand: a cell or row that does not say so follows the one before."""
    row = 0
    for line in root.iterfind("{*}sheetData/{*}row"):
        given = _index(line.get("r", ""))
        row = row + 1 if given is None else given
        column = 0
        for node in line.iterfind("{*}c"):
            place = _position(node.get("r", ""))
            column = place.column or column + 1
            yield (place if place.column else Position(row, column)), node


def _index(text: str) -> int | None:
    return int(text) if _INDEX.fullmatch(text) else None


def _position(reference: str) -> Position:
    """Where « B12 » or « B12:C14 » begins; zeros when it says nothing."""
    match = _REFERENCE.match(reference)
    if not match:
        return Position(0, 0)
    return Position(int(match[2]), _column(match[1]))


@lru_cache(maxsize=COLUMN_LIMIT)
def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _cell(node: etree._Element, shared: Shared) -> Cell | None:
    """What a cell shows; ``None`` when nothing."""
    # Most cells only have a format.
    if len(node) == 0:
        return None
    parts = {part.tag.rpartition("}")[2]: part for part in node}
    value = _value(node, parts["v"].text or "" if "v" in parts else "", shared)
    return None if value == "" else Cell(value=value, is_formula="f" in parts)


def _value(node: etree._Element, text: str, shared: Shared) -> CellValue:
    match node.get("t", "n"):
        case "inlineStr":
            return values.plain_text(node)
        case "s":
            index = _index(text)
            return shared.strings[index] if index is not None and index < len(shared.strings) else ""
        case "b":
            return text.strip() in ("1", "true") if text else ""
        case "n" if text:
            is_date = _index(node.get("s", "0")) in shared.date_styles
            return values.number(text, is_date=is_date, from_1904=shared.from_1904)
        case _:
            return values.unescape(text)
