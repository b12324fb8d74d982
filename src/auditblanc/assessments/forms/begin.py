"""For which organisation: one of one's own, or a new one by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from auditblanc.assessments.forms.fields import LineField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditblanc.accounts.models import Organisation

NEW, NEW_LABEL = "nouveau", "Un nouvel organisme"
_NAME_LIMIT = 200


class BeginForm(forms.Form):
    organisation = forms.ChoiceField(
        label="Pour quel organisme ?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez un organisme.", "invalid_choice": "Choisissez un de vos organismes."},
    )
    name = LineField(
        label="Nom de votre organisme",
        help_text="Tel qu’il figurera dans vos documents. Vous pourrez le changer.",
        widget=forms.TextInput(attrs={"autocomplete": "organization", "maxlength": _NAME_LIMIT}),
    )

    def __init__(self, data: Any, own: Sequence[Organisation]) -> None:
        self.own = {each.key: each for each in own}
        super().__init__(data, initial={"organisation": next(iter(self.own), NEW)})
        choices = [*((each.key, each.name) for each in own), (NEW, NEW_LABEL)]
        field = self.fields["organisation"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
        if not own:
            del self.fields["organisation"]
            self.fields["name"].required = True
            self.fields["name"].error_messages["required"] = _NO_NAME
        else:
            self.fields["name"].label = "Nom du nouvel organisme"

    @property
    def chosen(self) -> Organisation | None:
        """The organisation there is; ``None``: a new one, of that name."""
        return self.own.get(self.cleaned_data.get("organisation", NEW))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        name = given.get("name", "")
        if not self.own and self.data.get("organisation", NEW) != NEW:
            # The page was drawn when there was one to choose.
            raise forms.ValidationError(_NOT_YOURS)
        if not self.errors and self.chosen is None and not name:
            self.add_error("name", _NO_NAME)
        if not self.errors and self.chosen and name:
            self.add_error("name", f"Ce nom ne servirait à rien : choisissez « {NEW_LABEL} », ou effacez-le.")
        if len(name) > _NAME_LIMIT:
            self.add_error("name", f"Ce nom dépasse {_NAME_LIMIT} caractères : raccourcissez-le.")
        return given


_NOT_YOURS = "L’organisme choisi n’est pas, ou n’est plus, l’un des vôtres : rechargez la page."
_NO_NAME = "Donnez un nom à cet organisme : le vôtre, si vous travaillez seul."
