"""What a paragraph is put together from, whichever format it comes from."""

from __future__ import annotations

from auditblanc.interchange.form_reader.grid import Paragraph, Remark, RemarkKind
from auditblanc.interchange.form_reader.links import with_address

EMPTY = Paragraph("")

# How the readers write a box to tick, whatever draws it in the document.
CHECKED, UNCHECKED = "☒", "☐"


class Line:
    """A paragraph being read: pieces of text in order, and what is not text."""

    __slots__ = ("pieces", "remarks")

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.remarks: list[Remark] = []

    def clear(self) -> None:
        """Make it ready for the next paragraph."""
        self.pieces.clear()
        self.remarks.clear()

    def remark(self, kind: RemarkKind, text: str = "") -> None:
        self.remarks.append(Remark(kind, text))

    def tick(self, *, is_checked: bool) -> None:
        self.pieces.append(CHECKED if is_checked else UNCHECKED)

    def link(self, start: int, address: str) -> None:
        """Make the pieces from ``start`` on a link to ``address``."""
        text = "".join(self.pieces[start:])
        self.pieces[start:] = [with_address(text, address)]

    def paragraph(self, style: str = "", mark: str = "") -> Paragraph:
        """What was read; ``mark`` is the list's, and stands only before words."""
        text = "".join(self.pieces)
        if mark and text.strip():
            text = mark + text
        return Paragraph(text, style, tuple(self.remarks)) if text or self.remarks else EMPTY


def merged(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs whose separation was deleted."""
    return Paragraph(first.text + second.text, first.style or second.style, first.remarks + second.remarks)
