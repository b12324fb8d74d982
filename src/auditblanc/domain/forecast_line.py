"""One line of the points to watch: what a rating could lead to, by which rule, and what makes it less sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.rulebook import Certainty, Range, Severity
from auditblanc.domain.scenarios import gravest, of_level
from auditblanc.domain.snapshot import Level, worst
from auditblanc.domain.verdict import Answer
from auditblanc.domain.widening import Widening, is_gradable, table_of, widened

if TYPE_CHECKING:
    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.case import Case
    from auditblanc.domain.referential import Indicator
    from auditblanc.domain.rulebook import ForecastRules

_GAP = {
    Severity.NONE: "aucun écart",
    Severity.MINOR: "écart mineur",
    Severity.MAJOR: "écart majeur",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One indicator, and at most one gap (FAQ of the ministry, 3.2).

    ``level`` is the worst of the categories judged, ``None`` when unrated. ``categories`` are those that the gap would
    touch; none when there is no gap, or no category declared. ``minor_possible``: in one reading at least.
    ``counts`` is ``None`` when it is not known whether the indicator applies. ``rule`` is told with its ``sources``.
    """

    indicator: int
    title: str
    level: Level | None
    range: Range
    minor_possible: bool
    categories: tuple[Category, ...]
    counts: bool | None
    is_disputed: bool
    rule: str
    widened_by: tuple[Widening, ...]
    certainty: Certainty
    sources: tuple[str, ...]

    @property
    def is_gap(self) -> bool:
        """Rated, and a gap is possible."""
        return self.level is not None and self.range.worst is not Severity.NONE

    @property
    def severities(self) -> tuple[Severity, ...]:
        """What this indicator could be called, from the best scenario to the worst."""
        ranks = range(self.range.best.rank, self.range.worst.rank + 1)
        return tuple(
            item for item in _GAP if item.rank in ranks and (item is not Severity.MINOR or self.minor_possible)
        )


def line(rules: ForecastRules, indicator: Indicator, found: Applicability, judged: tuple[Case, ...]) -> Line:
    """The line of an indicator that counts or may count: ``judged`` is not empty."""
    level = worst(case.level for case in judged)
    told = gravest([of_level(table_of(rules, indicator), case.level) for case in judged])
    reached, reasons = _together(rules, judged)
    return Line(
        indicator=indicator.number,
        title=indicator.title,
        level=level,
        range=reached,
        minor_possible=is_gradable(indicator) or indicator.gradable_dispute is not None,
        categories=tuple(case.category for case in judged if case.category and case.level is not Level.READY),
        counts=found.counts,
        is_disputed=found.answer is Answer.DISPUTED or indicator.gradable_dispute is not None,
        rule=_rule(level, told, gradable=is_gradable(indicator)),
        widened_by=reasons if reached != told else (),
        certainty=rules.certainty,
        sources=rules.sources,
    )


def _together(rules: ForecastRules, judged: tuple[Case, ...]) -> tuple[Range, tuple[Widening, ...]]:
    """One gap for all categories, as grave as the gravest, and every reason met once."""
    wide = tuple(widened(rules, case) for case in judged)
    reasons = dict.fromkeys(reason for _, told in wide for reason in told)
    return gravest([known for known, _ in wide]), tuple(reasons)


def _rule(level: Level | None, told: Range, *, gradable: bool) -> str:
    """« Niveau 3 (aucun élément), écart mineur possible : au mieux écart mineur, plausible écart majeur, au pire écart majeur. »"""
    rated = f"Niveau {level.value} ({level.meaning})" if level else "Non évalué"
    kind = "écart mineur possible" if gradable else "écart majeur seulement"
    scenarios = {"au mieux": told.best, "plausible": told.plausible, "au pire": told.worst}
    stated = {name: _GAP[severity] for name, severity in scenarios.items() if severity is not Severity.NOT_STATED}
    words = (
        set(stated.values()) if len(set(stated.values())) == 1 else (f"{name} {gap}" for name, gap in stated.items())
    )
    return f"{rated}, {kind} : {', '.join(words)}."
