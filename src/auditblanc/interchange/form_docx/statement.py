"""The statement cell: what the text asks, whose words they are, and what is noted about the row outside the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION
from auditblanc.domain.snapshot import Rating, Review
from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.markup import labelled, paragraphs
from auditblanc.interchange.form_layout import (
    DECISION_PREFIXES,
    DECISION_STYLE,
    REVIEW_PREFIXES,
    REVIEW_STYLE,
    REWORDED_STYLE,
)

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition, Indicator, LegalText, Wording

# A rating that was kept asks for nothing: its mark is quieter than the others.
_QUIET = '<w:color w:val="595959"/>'


def statement(indicator: Indicator, edition: Edition, rating: Rating, change: str) -> str:
    """Scope note and statement, then the marks, each in its named style."""
    shown = indicator.statement if indicator.statement.is_reworded else indicator.scope_note
    return (
        paragraphs(markup.CELL, indicator.full_statement)
        + reworded(shown, edition.decree)
        + _decision(rating)
        + _review(rating, change)
    )


def worded(wording: Wording, source: LegalText) -> str:
    """A cell of the text, with its mention when the words are ours."""
    return paragraphs(markup.CELL, wording.text) + reworded(wording, source)


def reworded(wording: Wording, source: LegalText) -> str:
    """« Reformulation d’Auditblanc » and the official reference; nothing when the words are not ours."""
    return paragraphs(REWORDED_STYLE[0], f"{REWORDED_MENTION} – {source.name}") if wording.is_reworded else ""


def _decision(rating: Rating) -> str:
    if rating.applicable is None:
        return ""
    return labelled(DECISION_STYLE[0], f"{DECISION_PREFIXES[rating.applicable]} : ", rating.reason)


def _review(rating: Rating, change: str) -> str:
    if rating.review is None:
        return ""
    prefix = REVIEW_PREFIXES[rating.review]
    quiet = _QUIET if rating.review is Review.KEPT else ""
    return labelled(REVIEW_STYLE[0], f"{prefix} : " if change else prefix, change, quiet)
