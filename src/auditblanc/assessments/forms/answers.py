"""What a person answers on one indicator, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import TextField
from auditblanc.assessments.forms.save import RequestForm, SaveForm
from auditblanc.domain.effort import Effort
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, worst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.categories import Category

_LEVELS = [("", "Non évalué"), *((str(level.value), level.label) for level in Level)]
_LEVEL_UNKNOWN = {"invalid_choice": "Ce niveau n’existe pas : choisissez Prêt, Partiel ou Manquant."}


def _level() -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=_LEVELS,
        coerce=lambda value: Level(int(value)),
        empty_value=None,
        required=False,
        error_messages=_LEVEL_UNKNOWN,
    )


class RateForm(SaveForm):
    """One level for the indicator; none undoes it."""

    level = _level()

    def rating(self, indicator: int) -> Rating:
        return Rating(indicator=indicator, level=self.cleaned_data["level"])


class SplitRateForm(SaveForm):
    """A level for each category; that of the indicator is the worst."""

    def __init__(self, data: Any, *, categories: Iterable[Category]) -> None:
        super().__init__(data)
        self.categories = tuple(categories)
        self.fields.update({f"level_{category.value}": _level() for category in self.categories})

    def rating(self, indicator: int) -> Rating:
        parts = tuple(
            CategoryLevel(category=category, level=self.cleaned_data[f"level_{category.value}"])
            for category in self.categories
        )
        return Rating(indicator=indicator, level=worst(part.level for part in parts), by_category=parts)


class PresentForm(SaveForm):
    """What the person plans to show."""

    presentation = TextField()

    def rating(self, indicator: int) -> Rating:
        return Rating(indicator=indicator, presentation=self.cleaned_data["presentation"])


class DecideForm(SaveForm):
    """Whether the indicator applies, against the computed answer, and why; or back to the computed answer."""

    ANSWERS = (("", "Garder la réponse calculée"), ("yes", "Il s’applique"), ("no", "Il ne s’applique pas"))

    applicable = forms.ChoiceField(choices=ANSWERS, required=False)
    reason = TextField()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("applicable") and data.get("reason") == "":
            self.add_error("reason", "Dites pourquoi, en une phrase : le motif figurera dans chaque document.")
        return data

    def rating(self, indicator: int) -> Rating:
        answer = self.cleaned_data["applicable"]
        if not answer:
            return Rating(indicator=indicator)
        return Rating(indicator=indicator, applicable=answer == "yes", reason=self.cleaned_data["reason"])


class EstimateForm(RequestForm):
    """How long mending takes, as the person sees it."""

    effort = forms.TypedChoiceField(
        choices=[("", "Non estimé"), *((effort.value, effort.label) for effort in Effort)],
        coerce=Effort,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Ce temps n’existe pas : choisissez 15 minutes, 1 heure ou 1 journée."},
    )

    def rating(self, indicator: int) -> Rating:
        return Rating(indicator=indicator, effort=self.cleaned_data["effort"])


class TickForm(RequestForm):
    """The kinds of proof ticked now (``kinds``), and those that the page showed as ticked (``seen``)."""

    kinds = forms.MultipleChoiceField(required=False)
    seen = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, kinds: Iterable[str]) -> None:
        super().__init__(data)
        choices = [(kind, kind) for kind in kinds]
        unknown = {"invalid_choice": "Cette sorte de preuve n’est plus dans la liste : rechargez la page."}
        for name in ("kinds", "seen"):
            self.fields[name] = forms.MultipleChoiceField(choices=choices, required=False, error_messages=unknown)
