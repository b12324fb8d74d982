"""One pass over an OpenDocument body: going down to the text, its white space counted as the format asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.bounds import Allowance
from auditblanc.interchange.form_reader.inline import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from auditblanc.interchange.form_reader.odt_parts import Parts

    # lxml gives its element no public name.
    Handler = Callable[[etree._Element, Line, "Scan"], None]  # noqa: SLF001

# What is not to be taken as it stands: blanks in a row, and the places where symbol fonts have their signs.
_UNEVEN = re.compile("[\t\r\n\uf020-\uf0ff]|  ")
_BLANKS = re.compile(r"[ \t\r\n]+")


class Scan:
    """What the body refers to, what each element adds to a line, and where the line stands.

    ``quoting`` is the scan for what hangs on a paragraph: it turns all that it meets into plain text. ``has_signs``
    tells that pieces may hold signs of a symbol font.
    """

    __slots__ = ("after_blank", "allowance", "handlers", "has_signs", "parts", "quoting", "rows")

    def __init__(self, parts: Parts, handlers: Mapping[str, Handler], quoting: Scan | None = None) -> None:
        self.parts = parts
        self.handlers = handlers
        self.quoting = quoting or self
        self.allowance: Allowance = quoting.allowance if quoting else Allowance()
        self.after_blank = True
        self.has_signs = False
        self.rows = 0


def walk(element: etree._Element, line: Line, scan: Scan) -> None:
    """Add all that ``element`` shows to ``line``. What is not known is entered: its text may matter."""
    if element.text:
        _add(element.text, line, scan)
    handlers = scan.handlers
    for child in element:
        handlers.get(child.tag, walk)(child, line, scan)
        if child.tail:
            _add(child.tail, line, scan)


def put(text: str, line: Line, scan: Scan) -> None:
    """Add a text that an element stands for: the blanks around it count."""
    line.pieces.append(text)
    scan.after_blank = False


def plain_text(element: etree._Element, scan: Scan) -> str:
    """The paragraphs of a comment, a note, a shape or a header, one a line."""
    line, quoting = Line(), scan.quoting
    outside, quoting.after_blank = quoting.after_blank, True
    walk(element, line, quoting)
    quoting.after_blank = outside
    lines = "".join(line.pieces).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def _add(text: str, line: Line, scan: Scan) -> None:
    """Characters of the file, where blanks in a row are one, and none begin a paragraph. Source: § 6.1.2."""
    if _UNEVEN.search(text):
        text = _BLANKS.sub(" ", text)
        scan.has_signs = True
    if scan.after_blank:
        text = text.removeprefix(" ")
    if text:
        line.pieces.append(text)
        scan.after_blank = text[-1] == " "
