"""What does not go together in an assessment: nothing is refused or changed, a person is asked to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import applicability
from auditblanc.domain.profile import LastAudit
from auditblanc.domain.profile_coherence import contradictions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.categories import Category
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Rating, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoherence:
    """One French sentence; ``indicator`` is ``None`` when it is about the whole assessment or its profile."""

    sentence: str
    indicator: int | None = None


def incoherences(edition: Edition, snapshot: Snapshot) -> tuple[Incoherence, ...]:
    """All that does not go together: the edition, the ratings in order, the proofs, the last audit, the profile."""
    return (
        *_edition(edition, snapshot),
        *(found for rating in snapshot.ratings for found in _rating(edition, snapshot, rating)),
        *_evidence(edition, snapshot),
        *_last_audit(edition, snapshot.profile.last_audit or LastAudit()),
        *(Incoherence(sentence=sentence) for sentence in contradictions(edition, snapshot.profile)),
    )


def _edition(edition: Edition, snapshot: Snapshot) -> Iterator[Incoherence]:
    if snapshot.edition != edition.id:
        yield Incoherence(
            sentence=f"Cette évaluation porte sur l’édition « {snapshot.edition} », et non sur « {edition.id} »."
        )


def _rating(edition: Edition, snapshot: Snapshot, rating: Rating) -> Iterator[Incoherence]:
    number = rating.indicator
    if number not in edition.numbers:
        yield Incoherence(indicator=number, sentence=f"L’indicateur {number} est évalué, mais {_absent(edition)}.")
        return
    judged = _judged(edition, snapshot, rating) if rating.by_category else ()
    for part in rating.by_category:
        if part.category not in judged:
            yield Incoherence(
                indicator=number,
                sentence=f"Indicateur {number} : un niveau est donné pour {part.category}, catégorie sur laquelle il n’est pas jugé.",
            )


def _judged(edition: Edition, snapshot: Snapshot, rating: Rating) -> tuple[Category, ...]:
    """The categories that the indicator is or may be judged on; all that it aims at when it is judged on none."""
    indicator = edition.indicator(rating.indicator)
    found = applicability(edition, indicator, snapshot.profile, rating)
    judged = tuple(part.category for part in found.by_category if part.counts is not False)
    return judged or tuple(indicator.applies)


def _evidence(edition: Edition, snapshot: Snapshot) -> Iterator[Incoherence]:
    for item in snapshot.evidence:
        for number in item.indicators:
            if number not in edition.numbers:
                sentence = f"La preuve « {item.title} » cite l’indicateur {number}, mais {_absent(edition)}."
                yield Incoherence(indicator=number, sentence=sentence)


def _last_audit(edition: Edition, last: LastAudit) -> Iterator[Incoherence]:
    """A gap stays on the edition it was raised on: only those of this edition are looked up in it."""
    for finding in last.findings:
        number = finding.indicator
        if finding.edition in ("", edition.id) and number not in edition.numbers:
            sentence = f"Un écart est relevé sur l’indicateur {number}, mais {_absent(edition)}."
            yield Incoherence(indicator=number, sentence=sentence)
        if number in last.skipped:
            sentence = f"Indicateur {number} : un écart y est relevé, alors qu’il est dit non audité."
            yield Incoherence(indicator=number, sentence=sentence)


def _absent(edition: Edition) -> str:
    return f"l’édition « {edition.id} » ne le contient pas"
