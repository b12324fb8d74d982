"""A proof noted as one line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import DayField, LineField
from auditblanc.assessments.forms.save import PAGE, RequestForm
from auditblanc.domain.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = re.compile(r"\d+")
STALE = "Cette preuve vient d’être modifiée ailleurs : rechargez la page pour voir ce qu’elle dit, puis refaites votre changement."
_NO_TITLE = {"required": "Donnez un titre à cette preuve, par exemple le nom du document."}


class ProofForm(RequestForm):
    """``indicators`` are those that the proof answers to besides the one of the page: numbers, with commas."""

    title = LineField(required=True, error_messages=_NO_TITLE)
    place = LineField()
    content_date = DayField()
    holder = LineField()
    indicators = LineField()

    def __init__(self, data: Any, *, numbers: Iterable[int]) -> None:
        super().__init__(data)
        self.numbers = frozenset(numbers)

    def clean_indicators(self) -> tuple[int, ...]:
        said = self.cleaned_data["indicators"]
        found = tuple(int(number) for number in _NUMBERS.findall(said))
        if _NUMBERS.sub("", said).strip(" ,;.et") or not self.numbers.issuperset(found):
            last = max(self.numbers)
            raise forms.ValidationError(f"Écrivez des numéros d’indicateur de 1 à {last}, par exemple « 5, 12 ».")
        return found

    def evidence(self, indicator: int, before: Evidence | None = None) -> Evidence:
        """The proof as typed; what the form does not ask stays as it was (``before``)."""
        said = self.cleaned_data
        return replace(
            before or Evidence(title=said["title"], indicators=(indicator,)),
            title=said["title"],
            indicators=tuple(sorted({indicator, *said["indicators"]})),
            place=said["place"],
            content_date=said["content_date"],
            holder=said["holder"],
        )


class ChangedProofForm(ProofForm):
    """``seen`` is the version of the proof when the person began to change it."""

    seen = forms.IntegerField(min_value=0, error_messages={**PAGE, "min_value": PAGE["invalid"]})
