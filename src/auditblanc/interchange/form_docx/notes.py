"""What we add to the first page: whose form it is, which part of it, which text it follows, what the marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.referential import REWORDED_MENTION
from auditblanc.domain.snapshot import Review
from auditblanc.interchange.form_layout import REVIEW_PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Edition, Indicator
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.form_docx.options import FormOptions

Note = tuple[str, str]
PROOFS_NOTE: Note = (
    "Preuves : ",
    "les lignes « Preuve » viennent du registre, et c’est là qu’elles se changent ; ici, elles ne sont pas relues.",
)

_MARKS = {
    Review.LOOK_AGAIN: "le texte a changé, relisez votre réponse",
    Review.NEW: "l’indicateur n’existait pas dans le texte précédent",
    Review.KEPT: "votre réponse tient toujours",
}


def notes(kept: Snapshot, edition: Edition, options: FormOptions) -> Iterator[Note]:
    """Each note as a label and a sentence."""
    if kept.profile.provider.name:
        yield "Organisme : ", kept.profile.provider.name
    if kept.title:
        yield "Évaluation : ", kept.title
    if options.rows is not None:
        yield _part(kept, edition, options.recipient)
    yield "Texte suivi : ", _text(edition)
    if options.with_proofs:
        yield PROOFS_NOTE
    if any(_is_reworded(edition.indicator(rating.indicator)) for rating in kept.ratings):
        yield (
            f"{REWORDED_MENTION} : ",
            "le sens du texte officiel dit avec nos mots, d’après des transcriptions ; seul le texte officiel fait foi.",
        )
    if any(rating.review for rating in kept.ratings):
        yield "Passage d’un texte à l’autre : ", _legend(kept)


def _part(kept: Snapshot, edition: Edition, recipient: str) -> Note:
    numbers = [str(rating.indicator) for rating in kept.ratings]
    label = f"Partie de la fiche confiée à {recipient} : " if recipient else "Partie de la fiche : "
    count = f"{len(numbers)} indicateur{'s' if len(numbers) > 1 else ''} sur {len(edition.indicators)}"
    return label, f"{count} ({', '.join(numbers)}). Les autres n’y figurent pas."


def _text(edition: Edition) -> str:
    decree = ", ".join(part for part in (edition.decree.name, edition.decree.reference) if part)
    return f"{edition.title}. {decree}. {edition.guide.name}."


def _is_reworded(indicator: Indicator) -> bool:
    wordings = (indicator.scope_note, indicator.statement, indicator.expected_level, indicator.evidence_examples)
    return any(wording.is_reworded for wording in wordings)


def _legend(kept: Snapshot) -> str:
    present = {rating.review for rating in kept.ratings}
    meanings = (f"« {REVIEW_PREFIXES[mark]} » : {meaning}" for mark, meaning in _MARKS.items() if mark in present)
    return f"{' ; '.join(meanings)}."
