"""The verdict on one indicator: of each category, of all together, and of the person who overrules it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.category_verdict import category_verdict
from auditblanc.domain.subcontracting import narrowed
from auditblanc.domain.verdict import Answer, Verdict, decided, distinct, outcome, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Edition, Indicator
    from auditblanc.domain.snapshot import Rating

_CATEGORIES_MISSING = "dites quelles catégories d’actions vous réalisez (AF, BC, VAE ou CFA)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """``computed`` is what the rule says, ``verdict`` what stands; ``by_category`` holds the categories declared."""

    computed: Verdict
    verdict: Verdict
    by_category: dict[Category, Verdict]


def ruling(edition: Edition, indicator: Indicator, profile: Profile, rating: Rating | None) -> Ruling:
    """The verdict on an indicator. A rating that decides holds for every declared category that it aims at."""
    every = {
        category: narrowed(category_verdict(edition, indicator, category, profile), indicator, profile)
        for category in profile.categories or Category
    }
    computed = _together(every, indicator, profile)
    declared = {category: every[category] for category in profile.categories}
    if rating is None or rating.applicable is None:
        return Ruling(computed=computed, verdict=computed, by_category=declared)
    for category in _aimed_at(indicator, profile.categories):
        declared[category] = decided(declared[category], applies=rating.applicable, reason=rating.reason)
    verdict = decided(computed, applies=rating.applicable, reason=rating.reason)
    return Ruling(computed=computed, verdict=verdict, by_category=declared)


def _together(verdicts: Mapping[Category, Verdict], indicator: Indicator, profile: Profile) -> Verdict:
    """One verdict for all. While no category is declared, only what all four agree on is known."""
    if profile.categories or len({outcome(verdict) for verdict in verdicts.values()}) == 1:
        return union({category: verdicts[category] for category in _aimed_at(indicator, verdicts)})
    missing = [verdict for verdict in verdicts.values() if verdict.answer is Answer.UNKNOWN]
    return Verdict(
        answer=Answer.UNKNOWN,
        clause=" ; ".join(distinct([_CATEGORIES_MISSING, *(verdict.clause for verdict in missing)])),
        certainty=indicator.certainty.applies,
        sources=indicator.sources,
        asks=distinct(["activities", *(key for verdict in missing for key in verdict.asks)]),
    )


def _aimed_at(indicator: Indicator, categories: Iterable[Category]) -> tuple[Category, ...]:
    """Those of ``categories`` that the indicator aims at; all of them when it aims at none."""
    given = tuple(categories)
    return tuple(category for category in given if category in indicator.applies) or given
