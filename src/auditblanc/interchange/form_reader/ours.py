"""Tell our own paragraphs from what a person typed: by their style, or by how they start when the style was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from auditblanc.interchange.form_layout import (
    DECISION_PREFIXES,
    DECISION_STYLE,
    REVIEW_PREFIXES,
    REVIEW_STYLE,
    REWORDED_STYLE,
)
from auditblanc.interchange.form_reader.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditblanc.domain.snapshot import Review
    from auditblanc.interchange.form_reader.grid import Paragraph

T = TypeVar("T")
_SEPARATOR = " : "
_STYLES = (REVIEW_STYLE, DECISION_STYLE, REWORDED_STYLE)


class StatementCell(Value, frozen=True):
    """What stands in a statement cell: the statement, the review mark and what changed, the decision and its reason."""

    text: str
    review: Review | None = None
    change: str = ""
    applicable: bool | None = None
    reason: str = ""


def has_style(paragraph: Paragraph, style: tuple[str, str]) -> bool:
    return paragraph.style in style


def is_in_our_style(paragraph: Paragraph) -> bool:
    """Written by us, and typed in since or not: all our styles start alike, in their identifiers and in their names."""
    return paragraph.style.startswith("Auditblanc")


def statement_cell(paragraphs: tuple[Paragraph, ...]) -> StatementCell:
    """Our notes follow the statement. A paragraph goes with the one before, unless styles tell that it does not."""
    statement: list[str] = []
    decision: list[str] = []
    review: list[str] = []
    is_styled = any(has_style(paragraph, style) for paragraph in paragraphs for style in _STYLES)
    section = statement
    for paragraph in paragraphs:
        if has_style(paragraph, DECISION_STYLE) or _starts(paragraph.text, DECISION_PREFIXES):
            section = decision
        elif has_style(paragraph, REVIEW_STYLE) or _starts(paragraph.text, REVIEW_PREFIXES):
            section = review
        elif is_styled:
            section = statement
        section.append(paragraph.text)
    applicable, reason = _meaning("\n".join(decision), DECISION_PREFIXES.items())
    mark, change = _meaning("\n".join(review), REVIEW_PREFIXES.items())
    unknown = [*(decision if applicable is None else ()), *(review if mark is None else ())]
    return StatementCell("\n".join([*statement, *unknown]).strip(), mark, change, applicable, reason)


def _starts(text: str, prefixes: Mapping[T, str]) -> bool:
    return any(text == prefix or text.startswith(prefix + _SEPARATOR) for prefix in prefixes.values())


def _meaning(text: str, prefixes: Iterable[tuple[T, str]]) -> tuple[T | None, str]:
    """What a note says by its prefix, and what follows; nothing when it does not start as ours."""
    for meaning, prefix in prefixes:
        if text.strip() == prefix or text.startswith(prefix + _SEPARATOR):
            return meaning, text.removeprefix(prefix).removeprefix(_SEPARATOR).strip()
    return None, ""
