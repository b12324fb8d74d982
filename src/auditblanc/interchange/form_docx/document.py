"""The main part: first page, then a table for each criterion that has a row to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.indicator_row import indicator_row
from auditblanc.interchange.form_docx.introduction import introduction
from auditblanc.interchange.form_docx.markup import paragraph
from auditblanc.interchange.form_docx.table import table

if TYPE_CHECKING:
    from auditblanc.domain.referential import Criterion, Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.form_docx.options import FormOptions

# A4 landscape, 15 mm margins: the founding form's page.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="425" w:footer="425" w:gutter="0"/>'
    "</w:sectPr>"
)


def document(kept: Snapshot, edition: Edition, options: FormOptions) -> str:
    """``kept`` is what the form holds: its ratings are the rows."""
    tables = [
        paragraph(markup.BREAK) + table(criterion, edition, rows)
        for criterion in edition.criteria
        if (rows := _rows(criterion, kept, edition, dict(options.changes)))
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{markup.W}" xmlns:r="{markup.R}"><w:body>'
        f"{introduction(kept, edition, options)}{''.join(tables)}{paragraph(markup.END)}{_SECTION}"
        "</w:body></w:document>"
    )


def _rows(criterion: Criterion, kept: Snapshot, edition: Edition, changes: dict[int, str]) -> str:
    ratings = {rating.indicator: rating for rating in kept.ratings}
    return "".join(
        indicator_row(
            indicator,
            edition,
            ratings[indicator.number],
            changes.get(indicator.number, indicator.change.summary if indicator.change else ""),
        )
        for indicator in edition.of_criterion(criterion.number)
        if indicator.number in ratings
    )
