"""WordprocessingML as strings: paragraphs, cells, rows. Children stand in the order of the schema, or Word refuses the file."""

from __future__ import annotations

from functools import cache

# As xml.sax.saxutils.escape, which imports http and urllib: 15 ms at each start.
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

# Paragraph styles of skeleton/word/styles.xml that only the writer needs to know.
TITLE = "Title"
HEADING = "Heading1"
HEADER = "AuditblancHeader"
CELL = "AuditblancCell"
NUMBER = "AuditblancNumber"
MARK = "AuditblancMark"
ANSWER = "AuditblancAnswer"
BREAK = "AuditblancBreak"
END = "AuditblancEnd"


def run(text: str, properties: str = "") -> str:
    """A run; tabs are elements, and blanks survive."""
    pieces = [
        f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in escape(text, quote=False).split("\t")
    ]
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{'<w:tab/>'.join(pieces)}</w:r>"


def paragraph(style: str, content: str = "") -> str:
    """A paragraph of runs already marked up."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def paragraphs(style: str, text: str) -> str:
    """One paragraph a line; an empty text is one empty paragraph, since a cell must hold one."""
    return "".join([paragraph(style, run(line) if line else "") for line in text.split("\n")])


def labelled(style: str, label: str, text: str, properties: str = "") -> str:
    """A bold label, then a text, each of its lines a paragraph."""
    first, *others = (run(line, properties) if line else "" for line in text.split("\n"))
    head = run(label, f"<w:b/><w:bCs/>{properties}")
    return paragraph(style, head + first) + "".join(paragraph(style, line) for line in others)


def link(bookmark: str, text: str) -> str:
    """A link to a place of the same document, blue and underlined as readers know them."""
    blue = run(text, '<w:color w:val="1F4E9E"/><w:u w:val="single"/>')
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{blue}</w:hyperlink>'


def cell(width: int, content: str, *, span: int = 1, merge: str = "", fill: str = "") -> str:
    """A cell of ``span`` columns. ``merge``: ``restart`` begins a vertical merge, ``continue`` goes on with it."""
    return f"<w:tc>{_cell_properties(width, span, merge, fill)}{content}</w:tc>"


@cache
def _cell_properties(width: int, span: int, merge: str, fill: str) -> str:
    properties = [
        f'<w:tcW w:w="{width}" w:type="dxa"/>',
        f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
        f'<w:vMerge w:val="{merge}"/>' if merge else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
    ]
    return f"<w:tcPr>{''.join(properties)}</w:tcPr>"


def row(cells: str, *, whole: bool = True, header: bool = False) -> str:
    """A row. ``whole`` rows do not split across pages; ``header`` rows repeat on each page."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{properties and f'<w:trPr>{properties}</w:trPr>'}{cells}</w:tr>"
