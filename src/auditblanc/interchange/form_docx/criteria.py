"""The criteria that a form prints, how each is named, and the mark that links lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditblanc.domain.referential import Criterion, Edition, Indicator
    from auditblanc.domain.snapshot import Snapshot


def printed(kept: Snapshot, edition: Edition) -> list[tuple[Criterion, list[Indicator]]]:
    """The criteria with a row to print, each with its indicators; ``kept`` has a rating for each row."""
    rows = {rating.indicator for rating in kept.ratings}
    every = (
        (criterion, [indicator for indicator in edition.of_criterion(criterion.number) if indicator.number in rows])
        for criterion in edition.criteria
    )
    return [(criterion, indicators) for criterion, indicators in every if indicators]


def heading(criterion: Criterion) -> str:
    return f"Critère {criterion.number} : {criterion.title.text}"


def bookmark(criterion: Criterion) -> str:
    return f"critere_{criterion.number}"
