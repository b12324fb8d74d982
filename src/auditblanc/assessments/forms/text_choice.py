"""Which text an assessment is on, when the date does not say it for sure, or when the person knows better."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.edition_file import Heading


class TextChoiceForm(forms.Form):
    edition = forms.ChoiceField(label="Texte de cette évaluation", widget=forms.RadioSelect)

    def __init__(self, data: Any, *, headings: Iterable[Heading], chosen: str) -> None:
        super().__init__(data, initial={"edition": chosen})
        edition = self.fields["edition"]
        if isinstance(edition, forms.ChoiceField):
            edition.choices = [(heading.id, heading.title) for heading in headings]
