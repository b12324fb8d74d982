"""A document as neutral tables: what the DOCX and ODT readers give, and all that the rest of the reader sees.

A form is a thousand cells and paragraphs: they are structs, three times cheaper to build and to look into than named
tuples, ten times than frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence


class RemarkKind(StrEnum):
    """Something that a person left in the document and that is not running text."""

    PICTURE = "picture"
    OBJECT = "object"
    COMMENT = "comment"
    NOTE = "note"
    TEXT_BOX = "text_box"
    MARGIN = "margin"

    @property
    def label(self) -> str:
        return {
            "picture": "une image ou un dessin",
            "object": "un objet incorporé",
            "comment": "un commentaire",
            "note": "une note",
            "text_box": "une zone de texte",
            "margin": "un en-tête ou un pied de page",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Remark:
    """``text`` is what it says, empty when it says nothing that can be read."""

    kind: RemarkKind
    text: str = ""


class Paragraph(Value, frozen=True):
    """One paragraph: list mark included, breaks as line ends, links with their address. ``style`` is what the file calls it."""

    text: str
    style: str = ""
    remarks: tuple[Remark, ...] = ()


class GridCell(Value, frozen=True):
    """A cell on ``span`` columns from ``column``, counted from 0. ``is_covered``: it continues the cell above.

    ``text`` and ``remarks`` are those of its paragraphs: :func:`filled` puts them together.
    """

    column: int
    span: int
    paragraphs: tuple[Paragraph, ...]
    text: str
    fill: str = ""
    is_covered: bool = False
    remarks: tuple[Remark, ...] = ()


Row = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What stands in the body, in its order, then what hangs nowhere. ``enclosed`` are the parts that may be ours."""

    blocks: tuple[Table | Paragraph, ...]
    remarks: tuple[Remark, ...] = ()
    has_tracked_changes: bool = False
    has_macros: bool = False
    enclosed: tuple[bytes, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def length(self) -> int:
        """How many characters the body holds, remarks apart."""
        cells = sum(len(cell.text) for table in self.tables for row in table.rows for cell in row)
        return cells + sum(len(block.text) for block in self.blocks if isinstance(block, Paragraph))


def filled(
    column: int, span: int, paragraphs: list[Paragraph], fill: str = "", *, is_covered: bool = False
) -> GridCell:
    """A cell with these paragraphs."""
    if len(paragraphs) == 1:
        only = paragraphs[0]
        return GridCell(column, span, (only,), only.text.strip(), fill, is_covered, only.remarks)
    remarks = [remark for paragraph in paragraphs if paragraph.remarks for remark in paragraph.remarks]
    return GridCell(column, span, tuple(paragraphs), joined(paragraphs), fill, is_covered, tuple(remarks))


def joined(paragraphs: Sequence[Paragraph]) -> str:
    """The text of paragraphs, one a line, without blank ends."""
    if len(paragraphs) == 1:
        return paragraphs[0].text.strip()
    return "\n".join([paragraph.text for paragraph in paragraphs]).strip()
