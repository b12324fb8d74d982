"""The table of one criterion: banner, header on two rows, one row an indicator."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from auditblanc.domain.snapshot import Level
from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.criteria import bookmark, heading
from auditblanc.interchange.form_docx.markup import cell, paragraph, paragraphs, row, run
from auditblanc.interchange.form_docx.statement import reworded
from auditblanc.interchange.form_layout import COLUMN_WIDTHS, HEADINGS

if TYPE_CHECKING:
    from auditblanc.domain.referential import Criterion, Edition

BANNER_FILL = "D9E2F3"
HEADER_FILL = "F2F2F2"
_WIDTH = sum(COLUMN_WIDTHS)
_MARKS_WIDTH = sum(COLUMN_WIDTHS[4:7])


def table(criterion: Criterion, edition: Edition, rows: str) -> str:
    """A table with its rows already marked up."""
    name = heading(criterion)
    return f"{_properties(name)}{_banner(name, criterion, edition)}{_HEADER}{rows}</w:tbl>"


def _properties(name: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in COLUMN_WIDTHS)
    description = "Un indicateur par ligne : numéro et énoncé, niveau attendu, exemples de preuves, niveau de préparation à cocher (1, 2 ou 3), ce qui est prévu pour l’auditeur."
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="AuditblancForm"/>'
        f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(name)}"/><w:tblDescription w:val="{escape(description)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _banner(name: str, criterion: Criterion, edition: Edition) -> str:
    start = f'<w:bookmarkStart w:id="{criterion.number}" w:name="{bookmark(criterion)}"/>'
    title = paragraph(markup.HEADING, f'{start}{run(name)}<w:bookmarkEnd w:id="{criterion.number}"/>')
    mention = reworded(criterion.title, edition.decree)
    return row(cell(_WIDTH, title + mention, span=len(COLUMN_WIDTHS), fill=BANNER_FILL), header=True)


def _header() -> str:
    indicators, expected, examples, level, presentation = (paragraphs(markup.HEADER, text) for text in HEADINGS)
    widths = (COLUMN_WIDTHS[0] + COLUMN_WIDTHS[1], COLUMN_WIDTHS[2], COLUMN_WIDTHS[3])
    first = _merged(widths, (indicators, expected, examples), "restart")
    first += cell(_MARKS_WIDTH, level, span=3, fill=HEADER_FILL)
    first += cell(COLUMN_WIDTHS[7], presentation, merge="restart", fill=HEADER_FILL)
    empty = paragraph(markup.HEADER)
    second = _merged(widths, (empty, empty, empty), "continue")
    second += "".join(
        cell(width, paragraphs(markup.MARK, str(int(level))), fill=HEADER_FILL)
        for width, level in zip(COLUMN_WIDTHS[4:7], Level, strict=True)
    )
    second += cell(COLUMN_WIDTHS[7], empty, merge="continue", fill=HEADER_FILL)
    return row(first, header=True) + row(second, header=True)


def _merged(widths: tuple[int, ...], contents: tuple[str, ...], merge: str) -> str:
    """The first cells of a header row: the first one spans the number and the statement."""
    return "".join(
        cell(width, content, span=2 if index == 0 else 1, merge=merge, fill=HEADER_FILL)
        for index, (width, content) in enumerate(zip(widths, contents, strict=True))
    )


_HEADER = _header()
