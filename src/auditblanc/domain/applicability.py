"""What applies to a provider, indicator by indicator, and why: computed from the profile, overruled by the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.audit_scope import AuditScope, audit_scope
from auditblanc.domain.categories import Category
from auditblanc.domain.new_entrant import regime
from auditblanc.domain.referential import Dispute, NewEntrantRegime
from auditblanc.domain.rulebook import Certainty
from auditblanc.domain.ruling import Ruling, ruling
from auditblanc.domain.subcontracting import subcontractor_note
from auditblanc.domain.verdict import Answer

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Edition, Indicator
    from auditblanc.domain.snapshot import Rating, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryApplicability:
    """One category that the provider declares: what the indicator is to it, and how a new entrant is audited on it."""

    category: Category
    answer: Answer
    counts: bool | None
    reason: str
    new_entrant: NewEntrantRegime


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """Whether one indicator applies, and what follows for the audit.

    ``counts`` is what sums count: the default of a dispute, nothing (``None``) of an unknown. ``asks`` names the
    answers of the profile that are missing: an unknown that asks nothing is due to the law. ``dispute`` holds both
    readings of a disputed answer. ``overruled``: the person decided, and ``computed_reason`` is what the rule said.
    ``gradable``: a minor gap is possible.
    """

    indicator: int
    answer: Answer
    counts: bool | None
    reason: str
    by_category: tuple[CategoryApplicability, ...]
    gradable: bool
    in_scope: AuditScope
    certainty: Certainty
    sources: tuple[str, ...]
    asks: tuple[str, ...] = ()
    dispute: Dispute | None = None
    gradable_dispute: Dispute | None = None
    subcontractor_note: str = ""
    overruled: bool = False
    computed_reason: str = ""

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that the indicator is judged on, a disputed one by its default."""
        return tuple(part.category for part in self.by_category if part.counts)

    @property
    def readings(self) -> tuple[str, ...]:
        """The reading for « applies », then the reading against; none when nothing is disputed."""
        return (self.dispute.reading_yes, self.dispute.reading_no) if self.dispute else ()

    @property
    def told(self) -> tuple[str, ...]:
        """The reason, then what goes with it: both readings of a dispute, what a subcontractor is asked."""
        return tuple(note for note in (self.reason, *self.readings, self.subcontractor_note) if note)

    @property
    def softened_for(self) -> tuple[Category, ...]:
        """The judged categories of which the initial audit asks a formalised process only."""
        soft = NewEntrantRegime.PROCESS_ONLY
        return tuple(part.category for part in self.by_category if part.counts and part.new_entrant is soft)


def applicabilities(edition: Edition, snapshot: Snapshot) -> tuple[Applicability, ...]:
    """Every indicator of the edition, in order, with what the person decided in the snapshot."""
    ratings = {rating.indicator: rating for rating in snapshot.ratings}
    return tuple(
        applicability(edition, indicator, snapshot.profile, ratings.get(indicator.number))
        for indicator in edition.indicators
    )


def applicability(
    edition: Edition, indicator: Indicator, profile: Profile, rating: Rating | None = None
) -> Applicability:
    """Whether an indicator applies to a provider; the rating's decision, when there is one, overrules the rule."""
    found = ruling(edition, indicator, profile, rating)
    verdict = found.verdict
    return Applicability(
        indicator=indicator.number,
        answer=verdict.answer,
        counts=verdict.counts,
        reason=verdict.sentence,
        by_category=_by_category(found, indicator, profile),
        gradable=indicator.gradable,
        in_scope=audit_scope(found, indicator, profile),
        certainty=verdict.certainty,
        sources=verdict.sources,
        asks=verdict.asks,
        dispute=verdict.dispute,
        gradable_dispute=indicator.gradable_dispute,
        subcontractor_note=subcontractor_note(verdict, indicator, profile),
        overruled=verdict.overruled,
        computed_reason=found.computed.sentence,
    )


def _by_category(found: Ruling, indicator: Indicator, profile: Profile) -> tuple[CategoryApplicability, ...]:
    return tuple(
        CategoryApplicability(
            category=activity.category,
            answer=verdict.answer,
            counts=verdict.counts,
            reason=verdict.sentence_for(activity.category),
            new_entrant=regime(indicator, activity, profile.audit.kind),
        )
        for activity in profile.activities
        for verdict in (found.by_category[activity.category],)
    )
