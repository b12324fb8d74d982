"""One pass over the body of a Word document: going down to the text, whatever wraps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import docx_names as names
from auditblanc.interchange.form_reader.bounds import Allowance
from auditblanc.interchange.form_reader.docx_names import W
from auditblanc.interchange.form_reader.inline import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from auditblanc.interchange.form_reader.docx_parts import Parts

    # lxml gives its element no public name.
    Handler = Callable[[etree._Element, Line, "Scan"], None]  # noqa: SLF001


class Field:
    """A field being read: the pieces of its instruction, then where its result starts among those of the line."""

    __slots__ = ("instruction", "start")

    def __init__(self) -> None:
        self.instruction: list[str] = []
        self.start: int | None = None


class Scan:
    """What the body refers to, what each element adds to a line, and what was met on the way.

    ``quoting`` is what elements add instead where text boxes, comments and notes are but text, see :func:`plain_text`.
    """

    __slots__ = (
        "allowance",
        "cited_comments",
        "fields",
        "handlers",
        "has_tracked_changes",
        "parts",
        "quoting",
        "rows",
    )

    def __init__(self, parts: Parts, handlers: Mapping[str, Handler], quoting: Mapping[str, Handler]) -> None:
        self.parts = parts
        self.handlers = handlers
        self.quoting = quoting
        self.allowance = Allowance()
        self.has_tracked_changes = False
        self.cited_comments: set[str] = set()
        self.fields: list[Field] = []
        self.rows = 0


def walk(element: etree._Element, line: Line, scan: Scan) -> None:
    """Add all that ``element`` shows to ``line``. What is not known is entered: its text may matter."""
    handlers = scan.handlers
    for child in element:
        handlers.get(child.tag, walk)(child, line, scan)


def plain_text(element: etree._Element, scan: Scan) -> str:
    """The paragraphs of a comment, a note or a text box, one a line.

    The boxes that hang on them are read with them, and their notes are not: boxes inside boxes cost no more than their
    size, and notes that call one another end.
    """
    line, outside = Line(), (scan.handlers, scan.fields)
    scan.handlers, scan.fields = scan.quoting, []
    walk(element, line, scan)
    scan.handlers, scan.fields = outside
    lines = "".join(line.pieces).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def content(control: etree._Element) -> etree._Element | None:
    """What a content control holds; ``None`` while it still shows its invitation to type."""
    return None if is_invitation(control) else control.find(names.CONTROL_CONTENT)


def is_invitation(control: etree._Element) -> bool:
    """Whether nobody typed in a content control yet."""
    shown = control.find(f"{names.CONTROL_PROPERTIES}/{W}showingPlcHdr")
    return shown is not None and names.is_on(shown.get(names.VALUE))


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The first of the equivalent contents that a document offers to editors of different ages."""
    choice = alternate.find(names.CHOICE)
    return alternate.find(names.FALLBACK) if choice is None else choice
