"""The row of one indicator: eight cells, the answers in the last four."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.difference import in_words
from auditblanc.domain.snapshot import Level, Rating
from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.markup import cell, paragraph, paragraphs, row, run
from auditblanc.interchange.form_docx.statement import statement, worded
from auditblanc.interchange.form_layout import COLUMN_WIDTHS, MARK, PROOF_PREFIX, PROOF_STYLE, SPLIT_STYLE, split_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.referential import Edition, Indicator

# A row of at most this many lines stays on one page; a page holds about forty below the header.
_WHOLE_LINES = 30
# Mean width of a character of the cell style, in twentieths of a point; the margins of a cell.
_CHARACTER = 92
_MARGINS = 170


def indicator_row(
    indicator: Indicator, edition: Edition, rating: Rating, change: str, proofs: Sequence[Evidence] = ()
) -> str:
    """``change``: what to say beside the review mark, empty when there is nothing to say. ``proofs``: those to name."""
    named = "".join(paragraph(PROOF_STYLE[0], run(f"{PROOF_PREFIX}{in_words(proof)}")) for proof in proofs)
    contents = (
        paragraphs(markup.NUMBER, str(indicator.number)),
        statement(indicator, edition, rating, change),
        worded(indicator.expected_level, edition.guide),
        worded(indicator.evidence_examples, edition.guide),
        *(_mark(rating.level is level) for level in Level),
        _presentation(rating) + named,
    )
    cells = "".join(cell(width, content) for width, content in zip(COLUMN_WIDTHS, contents, strict=True))
    return row(cells, whole=_is_short(indicator, rating, change) and not proofs)


def _mark(is_ticked: bool) -> str:  # noqa: FBT001 – the only thing a mark says
    return paragraph(markup.MARK, run(MARK) if is_ticked else "")


def _presentation(rating: Rating) -> str:
    split = paragraphs(SPLIT_STYLE[0], split_line(rating.by_category)) if rating.by_category else ""
    return split + paragraphs(markup.ANSWER, rating.presentation)


def _is_short(indicator: Indicator, rating: Rating, change: str) -> bool:
    marks = f"{indicator.full_statement}\n{rating.reason}\n{change}"
    texts = (marks, indicator.expected_level.text, indicator.evidence_examples.text, rating.presentation)
    widths = (*COLUMN_WIDTHS[1:4], COLUMN_WIDTHS[7])
    return max(_lines(text, width) for text, width in zip(texts, widths, strict=True)) <= _WHOLE_LINES


def _lines(text: str, width: int) -> int:
    """About how many lines a text takes in a column; enough to tell a page from a paragraph."""
    characters = (width - _MARGINS) // _CHARACTER
    return sum(1 + len(line) // characters for line in text.split("\n"))
