"""What cannot follow an assessment to another edition: nothing a person wrote is lost without being said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Evidence
from auditblanc.domain.french import listed
from auditblanc.domain.snapshot import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """``evidence`` cites only indicators that ``edition`` does not hold; ``links`` are proofs carried for their others."""

    edition: str
    ratings: tuple[Rating, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    links: tuple[Evidence, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """One French sentence for each rating, proof and link that stays in the assessment one starts from."""
        return (
            *(self._of_rating(rating) for rating in self.ratings),
            *(self._of_evidence(item, "elle reste") for item in self.evidence),
            *(self._of_evidence(item, "ce lien reste") for item in self.links),
        )

    def _of_rating(self, rating: Rating) -> str:
        written = listed(list(_written(rating)))
        return f"Indicateur {rating.indicator}, absent de « {self.edition} » : restent dans l’évaluation de départ {written}."

    def _of_evidence(self, item: Evidence, stays: str) -> str:
        numbers = listed([str(number) for number in item.indicators])
        return f"Preuve « {item.title} », citée pour {numbers}, absent de « {self.edition} » : {stays} dans l’évaluation de départ."


def left_behind(snapshot: Snapshot, edition: Edition) -> LeftBehind:
    """What of an assessment hangs on indicators that ``edition`` does not hold."""
    known = set(edition.numbers)
    gone = [(item, tuple(number for number in item.indicators if number not in known)) for item in snapshot.evidence]
    return LeftBehind(
        edition=edition.id,
        ratings=tuple(rating for rating in snapshot.ratings if rating.indicator not in known and any(_written(rating))),
        evidence=tuple(item for item, missing in gone if missing == item.indicators),
        links=tuple(
            replace(item, indicators=missing) for item, missing in gone if missing not in ((), item.indicators)
        ),
    )


def _written(rating: Rating) -> Iterator[str]:
    """What a person wrote in a rating, in words."""
    if rating.level:
        yield f"le niveau « {rating.level.label} »"
    if rating.by_category:
        yield "les niveaux par catégorie"
    if rating.presentation:
        yield "le texte"
    if rating.reason:
        yield "la décision motivée d’applicabilité"
    if rating.effort:
        yield f"le temps estimé ({rating.effort.label})"
    if rating.ticked:
        yield "les sortes de preuve cochées"
