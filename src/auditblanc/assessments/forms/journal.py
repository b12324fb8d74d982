"""What narrows the journal."""

from __future__ import annotations

from typing import Any

from django import forms

from auditblanc.assessments.forms.fields import DayField
from auditblanc.assessments.journal_words import Kind
from auditblanc.assessments.reads.journal_page import Wanted


class Narrowing(forms.Form):
    """A part of the address: what it does not understand narrows nothing."""

    quoi = forms.ChoiceField(choices=[(each.value, each.label) for each in Kind], required=False)
    qui = forms.SlugField(required=False)
    evaluation = forms.SlugField(required=False)
    indicateur = forms.IntegerField(required=False, min_value=1, max_value=999)
    depuis = DayField()
    journal = forms.SlugField(required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)

    def wanted(self) -> Wanted:
        self.is_valid()
        asked: dict[str, Any] = self.cleaned_data
        return Wanted(
            kind=Kind(asked["quoi"]) if asked.get("quoi") else None,
            author=asked.get("qui", ""),
            assessment=asked.get("evaluation", ""),
            indicator=asked.get("indicateur"),
            since=asked.get("depuis"),
            journal=asked.get("journal", ""),
            page=asked.get("page") or 1,
        )
