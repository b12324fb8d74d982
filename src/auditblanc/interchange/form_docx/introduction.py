"""The first page: the form's own introduction, whose form it is, which part, and which text it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_docx import markup
from auditblanc.interchange.form_docx.markup import paragraph, paragraphs, run
from auditblanc.interchange.form_layout import NOTE_STYLE, REWORDED_MENTION

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.form_docx.options import FormOptions


def introduction(snapshot: Snapshot, edition: Edition, options: FormOptions) -> str:
    """Title, introduction and notes. What we add is in the note style, so that a reader can tell it."""
    title, *sentences = edition.introduction or (edition.title,)
    notes = (*_ownership(snapshot), *_part(snapshot, edition, options), *_text(snapshot, edition))
    return (
        paragraphs(markup.TITLE, title)
        + "".join(paragraphs("Normal", sentence) for sentence in sentences)
        + "".join(paragraph(NOTE_STYLE[0], run(label, "<w:b/>") + run(note)) for label, note in notes)
    )


def document_title(edition: Edition) -> str:
    """The title shown by the window and read by screen readers; nothing personal is in it."""
    return " – ".join((*edition.introduction[:1], edition.title))


def _ownership(snapshot: Snapshot) -> list[tuple[str, str]]:
    named = (("Organisme : ", snapshot.profile.provider.name), ("Évaluation : ", snapshot.title))
    return [(label, value) for label, value in named if value]


def _part(snapshot: Snapshot, edition: Edition, options: FormOptions) -> list[tuple[str, str]]:
    if options.rows is None:
        return []
    printed = [str(rating.indicator) for rating in snapshot.ratings]
    label = f"Partie de la fiche confiée à {options.recipient} : " if options.recipient else "Partie de la fiche : "
    count = f"{len(printed)} indicateur{'s' if len(printed) > 1 else ''} sur {len(edition.indicators)}"
    return [(label, f"{count} ({', '.join(printed)}). Les autres n’y figurent pas.")]


def _text(snapshot: Snapshot, edition: Edition) -> list[tuple[str, str]]:
    decree = ", ".join(part for part in (edition.decree.name, edition.decree.reference) if part)
    notes = [("Texte suivi : ", f"{edition.title}. {decree}. {edition.guide.name}.")]
    shown = (edition.indicator(rating.indicator) for rating in snapshot.ratings)
    if any(indicator.statement.is_reworded or indicator.expected_level.is_reworded for indicator in shown):
        explanation = "le sens du texte officiel dit avec nos mots ; seul le texte officiel fait foi."
        notes.append((f"{REWORDED_MENTION} : ", explanation))
    return notes
