"""The rules of an indicator, told one by one with how sure each is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.referential import NewEntrantRegime, SurveillanceMinimum
from auditblanc.domain.rulebook import Certainty

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition, Indicator

_MINIMUM = {
    SurveillanceMinimum.YES: "dans le minimum",
    SurveillanceMinimum.NO: "hors du minimum",
    SurveillanceMinimum.UNKNOWN: "inconnu",
}
_REGIME = {
    NewEntrantRegime.FULL: "audité en entier",
    NewEntrantRegime.PROCESS_ONLY: "processus formalisé seulement",
    NewEntrantRegime.UNKNOWN: "inconnu",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """One rule. ``note`` says what is particular to the indicator, if anything."""

    label: str
    words: str
    certainty: Certainty
    note: str = ""


def rules(edition: Edition, indicator: Indicator) -> tuple[RuleWords, ...]:
    """Categories, gravity, surveillance, new entrants, subcontracting where there is something to say."""
    sure = indicator.certainty
    told = (
        RuleWords(label="Catégories", words=_scopes(edition, indicator), certainty=sure.applies),
        RuleWords(label="Gravité", words=_gravity(indicator), certainty=sure.gradable),
        RuleWords(
            label="Audit de surveillance",
            words=_MINIMUM[indicator.surveillance_minimum],
            certainty=sure.surveillance_minimum,
        ),
        RuleWords(
            label="Nouvel entrant, audit initial",
            words=_REGIME[indicator.new_entrant.regime],
            certainty=sure.new_entrant,
            note=indicator.new_entrant.note,
        ),
    )
    note = indicator.as_subcontractor.note
    if not note:
        return told
    return (*told, RuleWords(label="Sous-traitant d’un autre organisme", words=note, certainty=sure.as_subcontractor))


def _scopes(edition: Edition, indicator: Indicator) -> str:
    return " ; ".join(scope_words(edition, indicator, each) for each in Category if each in indicator.applies)


def scope_words(edition: Edition, indicator: Indicator, category: Category) -> str:
    """« AF si certaines de vos formations se font en alternance »."""
    scope = indicator.applies[category]
    if scope.condition is None or scope.true_by_nature:
        return category.value
    return f"{category.value} si {edition.condition(scope.condition).met}"


def _gravity(indicator: Indicator) -> str:
    dispute = indicator.gradable_dispute
    if dispute:
        return f"discutée : {dispute.reading_yes} ; à l’inverse, {dispute.reading_no}"
    return "écart mineur possible" if indicator.gradable else "écart majeur seulement"
