"""A sentence of the text: its words, then whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION
from auditblanc.reports.content import Block, Paragraph, Role, Style, paragraphs, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import LegalText, Wording


def worded(wording: Wording, source: LegalText) -> Iterator[Block]:
    """The official wording, else the form's, else ours with its mark and the official reference."""
    yield from paragraphs(wording.text, Role.QUOTE)
    mention = mention_of(wording, source)
    if mention:
        yield Paragraph(text(mention, Style.MARK), Role.NOTE)


def mention_of(wording: Wording, source: LegalText) -> str:
    """Whose words they are; empty for the founding form's, and for official ones that nobody signed."""
    if wording.is_reworded:
        return f"{REWORDED_MENTION} – {source.name}"
    return wording.verification.sentence if wording.official and wording.verification else ""
