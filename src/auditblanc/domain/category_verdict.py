"""Whether an indicator applies to one category of action, before anything is added up or overruled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.conditions import given, is_met
from auditblanc.domain.french import listed
from auditblanc.domain.verdict import CATEGORIES, Answer, Verdict, disputed

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import ConditionText, Edition, Indicator, Scope
    from auditblanc.domain.rulebook import Certainty


def category_verdict(edition: Edition, indicator: Indicator, category: Category, profile: Profile) -> Verdict:
    """The verdict of one category, whether or not the provider declares it.

    Source: guide de lecture V9, columns of the categories and scope notes; annex of decree 2026-728 for the columns
    of 2026. The edition holds both.
    """
    scope = indicator.applies.get(category)
    certainty = (scope.certainty if scope else None) or indicator.certainty.applies
    if scope and scope.condition:
        return _conditional(edition.condition(scope.condition), scope, profile, certainty)
    answer = Answer.YES if scope else Answer.NO
    return Verdict(answer=answer, clause=_ground(indicator, answer), certainty=certainty, sources=indicator.sources)


def _ground(indicator: Indicator, answer: Answer) -> str:
    if answer is Answer.NO:
        aimed_at = [category.in_sentence for category in Category if category in indicator.applies]
        return f"l’indicateur ne vise que {listed(aimed_at)}"
    if all(category in indicator.applies and not indicator.applies[category].condition for category in Category):
        return "l’indicateur vaut pour toutes les catégories d’actions"
    return f"l’indicateur vaut toujours pour {CATEGORIES}"


def _conditional(condition: ConditionText, scope: Scope, profile: Profile, certainty: Certainty) -> Verdict:
    met = Verdict(answer=Answer.YES, clause=condition.met, certainty=certainty, sources=condition.sources)
    answer = given(condition.key, profile)
    if scope.true_by_nature:
        return replace(met, clause=f"{condition.by_nature} pour {CATEGORIES}")
    if answer is None:
        return replace(met, answer=Answer.UNKNOWN, clause=condition.unknown, asks=(condition.key.value,))
    if condition.dispute and answer == condition.disputed_answer:
        return disputed(condition.dispute)
    if is_met(answer):
        return met
    if scope.dispute_when_unmet:
        return disputed(scope.dispute_when_unmet)
    return replace(met, answer=Answer.NO, clause=condition.unmet)
