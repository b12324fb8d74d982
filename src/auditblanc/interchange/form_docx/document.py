"""The main part: first page, then a table for each criterion that has a row to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.criteria import printed
from auditblanc.interchange.form_docx.indicator_row import indicator_row
from auditblanc.interchange.form_docx.introduction import introduction
from auditblanc.interchange.form_docx.markup import paragraph
from auditblanc.interchange.form_docx.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.referential import Edition, Indicator
    from auditblanc.domain.snapshot import Rating, Snapshot
    from auditblanc.interchange.form_docx.options import FormOptions

# A4 landscape, 15 mm margins: the founding form's page.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="425" w:footer="425" w:gutter="0"/>'
    "</w:sectPr>"
)


def document(kept: Snapshot, edition: Edition, options: FormOptions, proofs: Sequence[Evidence] = ()) -> str:
    """``kept`` is what the form holds: its ratings are the rows. ``proofs``: those of the register to name."""
    ratings = {rating.indicator: rating for rating in kept.ratings}
    changes = dict(options.changes)
    tables = (
        table(
            criterion,
            edition,
            "".join(_row(each, edition, ratings[each.number], changes, proofs) for each in indicators),
        )
        for criterion, indicators in printed(kept, edition)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{markup.W}" xmlns:r="{markup.R}"><w:body>'
        f"{introduction(kept, edition, options)}"
        f"{''.join(paragraph(markup.BREAK) + each for each in tables)}{paragraph(markup.END)}{_SECTION}"
        "</w:body></w:document>"
    )


def _row(
    indicator: Indicator, edition: Edition, rating: Rating, changes: dict[int, str], proofs: Sequence[Evidence]
) -> str:
    own = indicator.change.summary if indicator.change else ""
    named = [each for each in proofs if indicator.number in each.indicators]
    return indicator_row(indicator, edition, rating, changes.get(indicator.number, own), named)
