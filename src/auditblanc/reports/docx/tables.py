"""Tables: explicit widths, a header that is marked and repeated, rows that stay whole."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from auditblanc.reports.docx.markup import PAGE_WIDTH, cell, paragraph, plain, row, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.reports.content import KeyFacts, Table

_FACT_WIDTHS = (32, 68)
_LOOKS = {
    "AuditblancTable": '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    "AuditblancFacts": '<w:tblLook w:val="0080" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
}
# Word joins two tables that touch.
_AFTER = paragraph("AuditblancAfter")


def table(block: Table, page: int = PAGE_WIDTH) -> str:
    """``page``: its width between the margins, in twentieths of a point."""
    widths = in_twips(block.widths, page)
    header = "".join(
        cell(width, plain("AuditblancHeader", words)) for width, words in zip(widths, block.header, strict=True)
    )
    body = "".join(
        [
            row("".join([cell(width, paragraph("AuditblancCell", runs(text))) for width, text in zip(widths, texts, strict=True)]))
            for texts in block.rows
        ]
    )  # fmt: skip
    caption = plain("Caption", block.caption)
    return caption + _whole("AuditblancTable", widths, row(header, header=True) + body, block.caption) + _AFTER


def key_facts(block: KeyFacts) -> str:
    widths = in_twips(_FACT_WIDTHS)
    rows = "".join(
        row(
            cell(widths[0], plain("AuditblancFact", label)) + cell(widths[1], paragraph("AuditblancCell", runs(answer)))
        )
        for label, answer in block.facts
    )
    return _whole("AuditblancFacts", widths, rows, "") + _AFTER


def in_twips(shares: Sequence[int], page: int = PAGE_WIDTH) -> tuple[int, ...]:
    """Shares of the page's width in twentieths of a point; the last column takes what rounding leaves."""
    first = [page * share // 100 for share in shares[:-1]]
    return (*first, page - sum(first))


def _whole(style: str, widths: tuple[int, ...], rows: str, caption: str) -> str:
    named = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOKS[style]}{named}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
