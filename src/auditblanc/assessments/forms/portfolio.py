"""What narrows a portfolio, and the words that a person puts on an organisation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings

from auditblanc.assessments.forms.fields import LineField
from auditblanc.assessments.reads.portfolio import Sort, State, Wanted

_AT_MOST = 10
_LENGTH = 50


def sorts() -> list[Sort]:
    """Those offered, the first where none is chosen."""
    return [each for each in Sort if not (settings.IS_NEUTRAL and each.ranks)]


def states() -> list[State]:
    return [each for each in State if not (settings.IS_NEUTRAL and each.ranks)]


class Narrowing(forms.Form):
    """A part of the address: what it does not understand, or is not offered, narrows nothing."""

    mots = LineField()
    etiquette = LineField()
    etat = forms.ChoiceField(choices=lambda: [(each.value, each.label) for each in states()], required=False)
    tri = forms.ChoiceField(choices=lambda: [(each.value, each.label) for each in sorts()], required=False)
    vigilance = forms.BooleanField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def wanted(self) -> Wanted:
        self.is_valid()
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            words=asked.get("mots", ""),
            tag=asked.get("etiquette", ""),
            state=State(asked["etat"]) if asked.get("etat") else None,
            sort=Sort(asked.get("tri") or sorts()[0]),
            page=asked.get("page") or 1,
            with_points=bool(asked.get("vigilance")) and not settings.IS_NEUTRAL,
        )


class TagsForm(forms.Form):
    """Words with commas between them."""

    words = LineField(label="Étiquettes", help_text="Séparées par des virgules. Vous seul les voyez.")

    def clean_words(self) -> tuple[str, ...]:
        found = dict.fromkeys(
            word for part in self.cleaned_data["words"].split(",") if (word := " ".join(part.split()))
        )
        if len(found) > _AT_MOST or any(len(word) > _LENGTH for word in found):
            raise forms.ValidationError(f"Dix étiquettes au plus, de {_LENGTH} caractères au plus chacune.")
        return tuple(found)
