"""One indicator as one category is judged on it: what a range of gravity depends on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.audit_scope import AuditScope
from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.new_entrant import regime
from auditblanc.domain.profile import Activity
from auditblanc.domain.referential import Indicator, NewEntrantRegime
from auditblanc.domain.snapshot import Level
from auditblanc.domain.verdict import Answer

if TYPE_CHECKING:
    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.snapshot import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``category`` is ``None`` while the provider declares none: the case then stands for all of them."""

    indicator: Indicator
    category: Category | None
    level: Level | None
    answer: Answer
    counts: bool | None
    reason: str
    sources: tuple[str, ...]
    regime: NewEntrantRegime
    is_new: bool | None
    kind: AuditKind | None
    scope: AuditScope


def cases(indicator: Indicator, applicability: Applicability, rating: Rating, profile: Profile) -> tuple[Case, ...]:
    """The categories on which the indicator may be judged; none when it does not apply."""
    if applicability.answer is Answer.NO:
        return ()
    if not profile.activities:
        return (_of_all(indicator, applicability, rating, profile),)
    is_new = {activity.category: activity.new_entrant for activity in profile.activities}
    return tuple(
        Case(
            indicator=indicator,
            category=part.category,
            level=_level(rating, part.category),
            answer=part.answer,
            counts=part.counts,
            reason=part.reason,
            sources=applicability.sources,
            regime=part.new_entrant,
            is_new=is_new[part.category],
            kind=profile.audit.kind,
            scope=applicability.in_scope,
        )
        for part in applicability.by_category
        if part.answer is not Answer.NO
    )


def _of_all(indicator: Indicator, applicability: Applicability, rating: Rating, profile: Profile) -> Case:
    # Being new is asked category by category: any category stands for one on which nothing was answered.
    unanswered = Activity(category=Category.TRAINING)
    return Case(
        indicator=indicator,
        category=None,
        level=rating.level,
        answer=applicability.answer,
        counts=applicability.counts,
        reason=applicability.reason,
        sources=applicability.sources,
        regime=regime(indicator, unanswered, profile.audit.kind),
        is_new=None,
        kind=profile.audit.kind,
        scope=applicability.in_scope,
    )


def _level(rating: Rating, category: Category) -> Level | None:
    """The level of one category: its own where the rating is split, in which what is not told apart is not rated."""
    if not rating.by_category:
        return rating.level
    return next((part.level for part in rating.by_category if part.category is category), None)
