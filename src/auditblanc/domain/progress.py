"""How far an assessment is, criterion by criterion: counts of levels among what applies. Levels are never averaged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.french import counted
from auditblanc.domain.snapshot import Level, Rating, Review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.referential import Criterion, Edition
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The applicable indicators of a criterion, or of all of them, by level. One to be confirmed is not counted.

    Of the applicable ones, ``look_again`` and ``new`` are what a bridge left to do, and ``disputed`` those that count
    by the default of a dispute. ``unknown`` are beside them: it is to be confirmed whether they apply.
    """

    ready: int = 0
    partial: int = 0
    missing: int = 0
    unrated: int = 0
    look_again: int = 0
    new: int = 0
    disputed: int = 0
    unknown: int = 0

    @property
    def applicable(self) -> int:
        return self.ready + self.partial + self.missing + self.unrated

    @property
    def rated(self) -> int:
        return self.applicable - self.unrated

    @property
    def ready_share(self) -> float:
        """Between 0 and 1; 0 when nothing applies."""
        return self.ready / self.applicable if self.applicable else 0.0

    @property
    def rated_share(self) -> float:
        return self.rated / self.applicable if self.applicable else 0.0

    @property
    def sentence(self) -> str:
        """« 25 indicateurs évalués sur 26 applicables. »"""
        applicable = counted(self.applicable, "applicable", "applicables")
        return f"{counted(self.rated, 'indicateur évalué', 'indicateurs évalués')} sur {applicable}."


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionProgress:
    """``indicators`` are those of the criterion that are counted in its tally, by level or as unknown."""

    criterion: int
    title: str
    tally: Tally
    indicators: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    total: Tally
    criteria: tuple[CriterionProgress, ...]


def progress(edition: Edition, snapshot: Snapshot, found: Iterable[Applicability] | None = None) -> Progress:
    """Where an assessment stands; ``found`` is what applies in it, when it is at hand already."""
    every = applicabilities(edition, snapshot) if found is None else found
    counting = {each.indicator: each for each in every if each.counts is not False}
    return Progress(
        total=tally(snapshot, counting.values()),
        criteria=tuple(_of_criterion(edition, criterion, snapshot, counting) for criterion in edition.criteria),
    )


def _of_criterion(
    edition: Edition, criterion: Criterion, snapshot: Snapshot, counting: dict[int, Applicability]
) -> CriterionProgress:
    numbers = tuple(each.number for each in edition.of_criterion(criterion.number) if each.number in counting)
    return CriterionProgress(
        criterion=criterion.number,
        title=criterion.title.text,
        tally=tally(snapshot, (counting[number] for number in numbers)),
        indicators=numbers,
    )


def tally(snapshot: Snapshot, found: Iterable[Applicability]) -> Tally:
    """The counts over some indicators; of those that do not apply nothing is counted."""
    every = tuple(found)
    applicable = [each for each in every if each.counts]
    ratings = {rating.indicator: rating for rating in snapshot.ratings}
    rated = [ratings.get(each.indicator) or Rating(indicator=each.indicator) for each in applicable]
    levels = Counter(rating.level for rating in rated)
    reviews = Counter(rating.review for rating in rated)
    return Tally(
        ready=levels[Level.READY],
        partial=levels[Level.PARTIAL],
        missing=levels[Level.MISSING],
        unrated=levels[None],
        look_again=reviews[Review.LOOK_AGAIN],
        new=reviews[Review.NEW],
        disputed=sum(each.dispute is not None for each in applicable),
        unknown=sum(each.counts is None for each in every),
    )
