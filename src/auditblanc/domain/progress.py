"""How far an assessment is, criterion by criterion: counts of levels among what applies. Levels are never averaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.french import counted
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The applicable indicators of a criterion, or of all of them, by level. One to be confirmed is not counted."""

    ready: int = 0
    partial: int = 0
    missing: int = 0
    unrated: int = 0

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
        """« 25 indicateurs notés sur 26 applicables. »"""
        applicable = counted(self.applicable, "applicable", "applicables")
        return f"{counted(self.rated, 'indicateur noté', 'indicateurs notés')} sur {applicable}."


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionProgress:
    criterion: int
    title: str
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    total: Tally
    criteria: tuple[CriterionProgress, ...]


def progress(edition: Edition, snapshot: Snapshot, found: Iterable[Applicability]) -> Progress:
    """Where an assessment stands; ``found`` is what applies in it."""
    ratings = {rating.indicator: rating.level for rating in snapshot.ratings}
    levels = {each.indicator: ratings.get(each.indicator) for each in found if each.counts}
    return Progress(
        total=_tally(levels.values()),
        criteria=tuple(
            CriterionProgress(
                criterion=criterion.number,
                title=criterion.title.text,
                tally=_tally(
                    levels[each.number] for each in edition.of_criterion(criterion.number) if each.number in levels
                ),
            )
            for criterion in edition.criteria
        ),
    )


def _tally(levels: Iterable[Level | None]) -> Tally:
    every = list(levels)
    return Tally(
        ready=every.count(Level.READY),
        partial=every.count(Level.PARTIAL),
        missing=every.count(Level.MISSING),
        unrated=every.count(None),
    )
