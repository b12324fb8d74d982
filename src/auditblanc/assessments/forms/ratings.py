"""What narrows the table of indicators, and what changes the levels in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.table import Concern, Wanted
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition

UNRATED = "Non évalué"
LEVELS = [(level.value, f"{level.label} – {level.meaning}") for level in Level] + [(0, UNRATED)]
# The value of each choice, its word and the class of its colour.
PICKS = [*((level.value, level.label, str(level.value)) for level in Level), (0, UNRATED, "none")]
ERRORS = {
    "required": "Choisissez un niveau.",
    "invalid_choice": "Ce niveau n’existe pas : choisissez prêt, partiel, manquant ou non évalué.",
}


class Narrowing(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    concerne = forms.ChoiceField(choices=[(each.value, each.label) for each in Concern], required=False)
    niveau = forms.TypedChoiceField(choices=LEVELS, coerce=int, empty_value=None, required=False)
    critere = forms.IntegerField(required=False)
    revoir = forms.BooleanField(required=False)

    def wanted(self) -> Wanted:
        self.is_valid()
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            concern=Concern(asked.get("concerne") or Concern.MINE),
            level=asked.get("niveau"),
            criterion=asked.get("critere"),
            look_again=asked.get("revoir", False),
        )


class LevelForm(forms.Form):
    """One level for one indicator, and the version that the page showed."""

    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, error_messages=ERRORS)
    version = forms.IntegerField(min_value=0)

    def asked(self) -> Level | None:
        return _level(self.cleaned_data)

    def sentence(self) -> str:
        """What is wrong; a version is never typed, so that its fault is the page's."""
        return str(self.errors["level"][0]) if "level" in self.errors else "Rechargez la page et réessayez."


class LevelsForm(forms.Form):
    """One level for the indicators that are ticked."""

    chosen = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={
            "required": "Cochez au moins un indicateur dans le tableau.",
            "invalid_choice": "L’indicateur %(value)s n’existe pas dans ce texte.",
        },
    )
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, error_messages=ERRORS)

    def __init__(self, data: Any, *, edition: Edition) -> None:
        super().__init__(data)
        self.fields["chosen"].choices = [(number, number) for number in edition.numbers]  # type: ignore[attr-defined]  # a choice field

    def asked(self) -> Level | None:
        return _level(self.cleaned_data)


def _level(cleaned: dict[str, Any]) -> Level | None:
    return Level(cleaned["level"]) if cleaned["level"] else None
