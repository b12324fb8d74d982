"""What widens a range: a doubt on the gravity, on whether the indicator applies, on how or whether this audit looks at it.

A widening only widens: it never makes the best scenario worse nor the worst one better. Each names its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from auditblanc.domain.french import listed
from auditblanc.domain.referential import NewEntrantRegime
from auditblanc.domain.rulebook import Range, Severity
from auditblanc.domain.scenarios import graver, lighter, of_level
from auditblanc.domain.verdict import Answer

if TYPE_CHECKING:
    from auditblanc.domain.case import Case
    from auditblanc.domain.referential import Indicator
    from auditblanc.domain.rulebook import ForecastRules, RangeByLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Widening:
    """Why a range is wider than its level alone makes it, as one French sentence, and how far it reaches.

    ``plausible`` replaces the plausible gravity; ``None`` leaves it.
    """

    reason: str
    sources: tuple[str, ...]
    best: Severity = Severity.NONE
    worst: Severity = Severity.NONE
    plausible: Severity | None = None

    def of(self, known: Range) -> Range:
        return Range(
            best=lighter(known.best, self.best),
            plausible=known.plausible if self.plausible is None else self.plausible,
            worst=graver(known.worst, self.worst),
        )


def is_gradable(indicator: Indicator) -> bool:
    """Whether a minor gap is possible, by the default reading when sources disagree."""
    return indicator.gradable_dispute.default if indicator.gradable_dispute else indicator.gradable


def table_of(rules: ForecastRules, indicator: Indicator) -> RangeByLevel:
    return rules.gradable if is_gradable(indicator) else rules.major_only


def widened(rules: ForecastRules, case: Case) -> tuple[Range, tuple[Widening, ...]]:
    """The range of a case, and what makes it wider than the table's: each reason would, alone."""
    alone = of_level(table_of(rules, case.indicator), case.level)
    possible = (_gravity(rules, case), _applicability(case), _new_entrant(case), _scope(case))
    told = tuple(widening for widening in possible if widening and widening.of(alone) != alone)
    return reduce(lambda known, widening: widening.of(known), told, alone), told


def _gravity(rules: ForecastRules, case: Case) -> Widening | None:
    dispute = case.indicator.gradable_dispute
    if dispute is None:
        return None
    gradable, major_only = of_level(rules.gradable, case.level), of_level(rules.major_only, case.level)
    return Widening(
        reason=dispute.of_gravity,
        sources=dispute.sources,
        best=lighter(gradable.best, major_only.best),
        worst=graver(gradable.worst, major_only.worst),
    )


def _applicability(case: Case) -> Widening | None:
    """An indicator that counts by default may not apply; of one that does not count, no gap is plausible."""
    if case.answer is Answer.YES:
        return None
    plausible = Severity.NONE if case.counts is False else None
    return Widening(reason=case.reason, sources=case.sources, plausible=plausible)


def _new_entrant(case: Case) -> Widening | None:
    """Source: order of 6 June 2019, article 1; FAQ of the ministry, 7.2."""
    if case.regime is NewEntrantRegime.FULL:
        return None
    is_softened = case.regime is NewEntrantRegime.PROCESS_ONLY
    return Widening(reason=_formalised(case) if is_softened else _unknown(case), sources=case.indicator.sources)


def _formalised(case: Case) -> str:
    sentence = "Nouvel entrant : l’audit initial ne vérifie que la formalisation du processus."
    return f"{sentence} {case.indicator.new_entrant.note}".strip()


def _unknown(case: Case) -> str:
    asked = {"si vous êtes nouvel entrant": case.is_new, "quel audit vous préparez": case.kind}
    missing = tuple(words for words, answer in asked.items() if answer is None)
    if not missing:
        return "À confirmer : aucune source ne dit encore comment l’audit initial d’un nouvel entrant examine cet indicateur."
    return f"À confirmer : dites {listed(missing)} ; pour un nouvel entrant, l’audit initial peut ne vérifier que la formalisation du processus."


def _scope(case: Case) -> Widening | None:
    """Where it is not sure that the indicator applies, that is reason enough.

    Source: order of 6 June 2019, article 2; FAQ of the ministry, 5.
    """
    if case.scope.answer is Answer.YES or not case.counts:
        return None
    return Widening(reason=case.scope.reason, sources=case.indicator.sources)
