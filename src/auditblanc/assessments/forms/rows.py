"""A table of proposals to confirm: rows of the same few fields, each taken or left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import DayField, LineField
from auditblanc.assessments.forms.register import STATES, NumbersField
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.domain.evidence import EvidenceState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class RowForm(forms.Form):
    """One proposal. ``mark`` is what names it from one page to the next: a line, a signed file."""

    use_required_attribute = False

    take = forms.BooleanField(required=False)
    title = LineField(required=True, error_messages={"required": "Donnez un titre à cette preuve."})
    indicators = NumbersField()
    content_date = DayField()
    place = LineField()
    mark = forms.CharField(widget=forms.HiddenInput, max_length=4000)

    def __init__(self, *args: Any, numbers: Iterable[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["indicators"].known = frozenset(numbers)  # type: ignore[attr-defined]  # a field of numbers
        for name in ("title", "indicators", "content_date", "place"):
            self.fields[name].widget.attrs["aria-label"] = _LABELS[name]

    @property
    def is_taken(self) -> bool:
        return bool(self.cleaned_data.get("take"))


_LABELS = {"title": "Titre", "indicators": "Indicateurs", "content_date": "Date du contenu", "place": "Où la trouver"}


class StateForm(RequestForm):
    """The one state of all that is taken."""

    state = forms.ChoiceField(label="État des preuves retenues", choices=STATES, initial=EvidenceState.DRAFT.value)


def rows(data: Any, starts: Sequence[dict[str, Any]], numbers: Iterable[int]) -> list[RowForm]:
    """The rows as they begin (``data`` is none), or as they came back: as many as the page had."""
    known = frozenset(numbers)
    if data is None:
        return [RowForm(initial=start, numbers=known, prefix=str(place)) for place, start in enumerate(starts)]
    count = min(
        int(data["rows"]) if data.get("rows", "").isdecimal() and len(data["rows"]) < len("99999") else 0, _MOST
    )
    return [RowForm(data, numbers=known, prefix=str(place)) for place in range(count)]


def all_valid(found: Sequence[RowForm]) -> bool:
    """What is not taken may be wrong: nobody looks at it. Every row is read, so that each says its fault."""
    read = [(row.is_valid(), row) for row in found]
    return all(is_valid or not row.is_taken for is_valid, row in read)


_MOST = 1000
