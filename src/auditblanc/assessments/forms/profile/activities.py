"""What the provider does, category by category, and whether it is a new entrant for each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import OneOf, in_order, yes_no
from auditblanc.assessments.forms.profile.answers import AnswersForm, Basis
from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Activity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.profile import Profile

NEW_ENTRANT_HELP = (
    "Nouvel entrant : vous n’avez encore réalisé aucune action de cette catégorie. L’audit initial regarde alors, "
    "pour certains indicateurs, comment vous comptez faire."
)
_NOT_DELIVERED = "non"


class CategoriesForm(AnswersForm):
    """The short question: which categories."""

    blamed = "categories"

    categories = forms.MultipleChoiceField(
        label="Que faites-vous ?",
        help_text="Cochez tout ce que vous réalisez, ou que votre certificat doit couvrir.",
        choices=[(each.value, f"{each.label} ({each.value})") for each in Category],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def start(self, profile: Profile) -> dict[str, Any]:
        return {"categories": [each.value for each in profile.categories]}

    def applied(self, given: dict[str, Any]) -> Profile:
        chosen = [Category(value) for value in given["categories"]]
        return replace(self.basis.profile, activities=tuple(_kept(self.basis.profile, chosen)))


class NewEntrantForm(AnswersForm):
    """The short question: new entrant or not, for each category there is."""

    def __init__(self, data: Any, basis: Basis) -> None:
        super().__init__(data, basis)
        for category in basis.profile.categories:
            question = f"Êtes-vous nouvel entrant pour {category.in_sentence} ?"
            self.fields[category.value] = yes_no(label=question)

    def start(self, profile: Profile) -> dict[str, Any]:
        return {activity.category.value: activity.new_entrant for activity in profile.activities}

    def applied(self, given: dict[str, Any]) -> Profile:
        told = (
            replace(activity, new_entrant=given[activity.category.value]) for activity in self.basis.profile.activities
        )
        return replace(self.basis.profile, activities=tuple(told))


class ActivitiesForm(AnswersForm):
    """Both at once: one answer a category."""

    _OPTIONS = (
        (_NOT_DELIVERED, "Non"),
        (str(False), "Oui, et j’en ai déjà réalisé"),
        (str(True), "Oui, comme nouvel entrant"),
    )

    def __init__(self, data: Any, basis: Basis) -> None:
        super().__init__(data, basis)
        for category in Category:
            self.fields[category.value] = OneOf(
                label=f"{category.label} ({category.value})",
                options=self._OPTIONS,
                unknown="Oui, nouvel entrant ou non : à confirmer",
            )

    def start(self, profile: Profile) -> dict[str, Any]:
        told = {each.category: each.new_entrant for each in profile.activities}
        return {category.value: _answer(category, told) for category in Category}

    def applied(self, given: dict[str, Any]) -> Profile:
        chosen = [category for category in Category if given[category.value] != _NOT_DELIVERED]
        known = {str(True): True, str(False): False}
        told = (
            replace(activity, new_entrant=known.get(given[activity.category.value]))
            for activity in _kept(self.basis.profile, chosen)
        )
        return replace(self.basis.profile, activities=tuple(told))


def _answer(category: Category, told: dict[Category, bool | None]) -> str | None:
    if category not in told:
        return _NOT_DELIVERED
    new_entrant = told[category]
    return None if new_entrant is None else str(new_entrant)


def _kept(profile: Profile, chosen: list[Category]) -> Iterable[Activity]:
    """The activities of these categories: those there are as they are, then the new ones."""
    there = {activity.category: activity for activity in profile.activities}
    return (there.get(category, Activity(category=category)) for category in in_order(chosen, profile.categories))
