"""The first page: the form's own introduction, our notes, and a link to each criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.criteria import bookmark, heading, printed
from auditblanc.interchange.form_docx.markup import labelled, link, paragraph, paragraphs
from auditblanc.interchange.form_docx.notes import notes
from auditblanc.interchange.form_layout import NOTE_STYLE

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.form_docx.options import FormOptions


def introduction(kept: Snapshot, edition: Edition, options: FormOptions) -> str:
    """What we add is in the note style, so that a reader can tell it from what a person typed."""
    title, *sentences = edition.introduction or (edition.title,)
    return (
        paragraphs(markup.TITLE, title)
        + "".join(paragraphs("Normal", sentence) for sentence in sentences)
        + "".join(labelled(NOTE_STYLE[0], label, sentence) for label, sentence in notes(kept, edition, options))
        + _contents(kept, edition)
    )


def document_title(edition: Edition) -> str:
    """The title shown by the window and read by screen readers; nothing personal is in it."""
    return " – ".join((*edition.introduction[:1], edition.title))


def _contents(kept: Snapshot, edition: Edition) -> str:
    """Links, since the navigation pane of Word leaves out the headings that stand in tables."""
    links = (link(bookmark(criterion), heading(criterion)) for criterion, _ in printed(kept, edition))
    return "".join(paragraph(NOTE_STYLE[0], item) for item in links)
