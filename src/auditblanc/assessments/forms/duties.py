"""Which duties of the library enter the plan, and who takes care of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import LineField
from auditblanc.assessments.forms.save import RequestForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.domain.duties import Duty

_NONE = "Cochez au moins une échéance, ou revenez au plan."


class DutiesForm(RequestForm):
    chosen = forms.MultipleChoiceField(
        label="Échéances", error_messages={"required": _NONE, "invalid_choice": "Cette échéance est déjà au plan."}
    )
    owner = LineField(label="Qui s’en charge", help_text="Vous pourrez le changer, échéance par échéance.")

    def __init__(self, data: Any, offered: Sequence[Duty]) -> None:
        super().__init__(data)
        self._offered = {each.what: each for each in offered}
        self.fields["chosen"].choices = [(each.what, each.what) for each in offered]  # type: ignore[attr-defined]  # a choice

    @property
    def duties(self) -> tuple[Duty, ...]:
        return tuple(self._offered[what] for what in self.cleaned_data["chosen"])
