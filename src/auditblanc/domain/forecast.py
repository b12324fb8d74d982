"""Points to watch: what an auditor could raise, from one's own answers alone, in three scenarios.

The rule from a level to a gravity is edition data, marked « lecture d’Auditblanc ». Source of the gravities, of the
five minors and of the deadlines: order of 6 June 2019, article 5; FAQ of the ministry, 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.case import cases
from auditblanc.domain.deadlines import GapDeadlines, gap_deadlines
from auditblanc.domain.forecast_line import Line, line
from auditblanc.domain.rulebook import Certainty, Severity
from auditblanc.domain.scenarios import Total, total
from auditblanc.domain.snapshot import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

TITLE = "Points de vigilance d’après vos réponses"
DISCLAIMER = (
    "Estimation calculée à partir de vos seules réponses. "
    "Seul l’organisme certificateur constate et qualifie les écarts."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Every indicator that counts or may count, and the totals of the three scenarios.

    ``plausible`` is ``None`` while an indicator that would count in it is not rated.
    """

    edition: str
    lines: tuple[Line, ...]
    best: Total
    plausible: Total | None
    worst: Total
    minors_equal_to_a_major: int
    deadlines: GapDeadlines
    certainty: Certainty
    sources: tuple[str, ...]
    note: str

    @property
    def unrated(self) -> tuple[int, ...]:
        """The indicators that are not rated, or not in every category, and without which no total is plausible."""
        return tuple(line.indicator for line in self.lines if line.range.plausible is Severity.NOT_STATED)

    @property
    def disputed(self) -> tuple[int, ...]:
        """The indicators on which a gap is possible and sources disagree."""
        return tuple(
            line.indicator for line in self.lines if line.is_disputed and line.range.worst is not Severity.NONE
        )

    @property
    def possible_gaps(self) -> tuple[Line, ...]:
        """The indicators rated, and on which a gap is possible."""
        return tuple(line for line in self.lines if line.is_gap)


def forecast(edition: Edition, snapshot: Snapshot, found: tuple[Applicability, ...] | None = None) -> Forecast:
    """The points to watch of an assessment, read with ``edition``; ``found`` is what applies, when it is known already."""
    rules = edition.rules.forecast
    lines = tuple(_lines(edition, snapshot, found or applicabilities(edition, snapshot)))
    plausible = [line.range.plausible for line in lines]
    minors = rules.minors_equal_to_a_major
    return Forecast(
        edition=edition.id,
        lines=lines,
        best=total([line.range.best for line in lines], minors),
        plausible=None if Severity.NOT_STATED in plausible else total(plausible, minors),
        worst=total([line.range.worst for line in lines], minors),
        minors_equal_to_a_major=minors,
        deadlines=gap_deadlines(edition.rules.deadlines, snapshot.profile.audit),
        certainty=rules.certainty,
        sources=rules.sources,
        note=rules.note,
    )


def _lines(edition: Edition, snapshot: Snapshot, every: Iterable[Applicability]) -> Iterable[Line]:
    ratings = {rating.indicator: rating for rating in snapshot.ratings}
    for indicator, found in zip(edition.indicators, every, strict=True):
        rating = ratings.get(indicator.number) or Rating(indicator=indicator.number)
        judged = cases(indicator, found, rating, snapshot.profile)
        if judged:
            yield line(edition.rules.forecast, indicator, found, judged)
