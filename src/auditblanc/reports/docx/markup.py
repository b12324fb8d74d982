"""WordprocessingML as strings. Children stand in the order of the schema, or Word refuses the file."""

from __future__ import annotations

# As xml.sax.saxutils.escape, which imports http and urllib: 15 ms at each start.
from html import escape
from typing import TYPE_CHECKING

from auditblanc.reports.content import Style

if TYPE_CHECKING:
    from auditblanc.reports.content import Span, Text

# A4 less two margins of 23 mm, in twentieths of a point.
# Between the margins, upright and on its side, in twentieths of a point.
PAGE_WIDTH = 9298
LANDSCAPE_WIDTH = 15250

_LINE = "\n"

_CHARACTERS = {
    Style.STRONG: "Strong",
    Style.QUIET: "AuditblancQuiet",
    Style.MARK: "AuditblancMark",
    Style.READY: "AuditblancReady",
    Style.PARTIAL: "AuditblancPartial",
    Style.MISSING: "AuditblancMissing",
    Style.UNRATED: "AuditblancUnrated",
}
_PROPERTIES = {style: f'<w:rPr><w:rStyle w:val="{name}"/></w:rPr>' for style, name in _CHARACTERS.items()}


def run(words: str, properties: str = "") -> str:
    """A run; a new line is a break, a tab an element, and blanks survive."""
    told = escape(words, quote=False)
    if "\n" not in told and "\t" not in told:
        return f'<w:r>{properties}<w:t xml:space="preserve">{told}</w:t></w:r>'
    return f"<w:r>{properties}{'<w:br/>'.join([_tabbed(line) for line in told.split(_LINE)])}</w:r>"


def _tabbed(line: str) -> str:
    pieces = (f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in line.split("\t"))
    return "<w:tab/>".join(pieces)


def runs(text: Text) -> str:
    return "".join([_span(span) for span in text if span.text])


def _span(span: Span) -> str:
    shape = span.style.shape
    # The shape and its word stay on one line.
    return run(f"{shape}\u00a0{span.text}" if shape else span.text, _PROPERTIES.get(span.style, ""))


def paragraph(style: str, content: str = "", more: str = "") -> str:
    """A paragraph of runs already marked up; ``more`` are properties that the schema puts after its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def plain(style: str, words: str) -> str:
    return paragraph(style, run(words) if words else "")


def cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False) -> str:
    """A row that stays whole; a ``header`` is repeated on each page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{cells}</w:tr>"


def drawing(number: int, size: tuple[int, int], named: tuple[str, str], graphic: str) -> str:
    """Something drawn within the line, of a size in EMU; ``named`` is its name, then its alternative."""
    name, alternative = (escape(words) for words in named)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr id="{number}" name="{name}" descr="{alternative}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></w:r>"
    )
