"""Answers that come several at a time: a site each, a gap each. One more is always there to be filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, BaseFormSet
from django.forms.renderers import get_default_renderer

from auditblanc.assessments.forms.profile.answers import Basis, Part
from auditblanc.domain.profile import ProfileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.domain.profile import Profile

    Base = BaseFormSet["ItemForm"]
else:
    Base = BaseFormSet

LIMIT = 100


class ItemForm(forms.Form):
    """One of them. Valid: ``item`` is the value, ``None`` when nothing was filled in."""

    blamed: ClassVar[str]

    def __init__(self, *args: Any, **options: Any) -> None:
        self.basis: Basis = options.pop("basis")
        self.item: Any = None
        super().__init__(*args, **{**options, "use_required_attribute": False})

    @classmethod
    def told(cls, item: Any) -> dict[str, Any]:
        """What the fields say for an item."""
        raise NotImplementedError

    def built(self, given: dict[str, Any]) -> Any:
        """The item. Raises: ProfileError."""
        raise NotImplementedError

    @property
    def title(self) -> str:
        """What the item is called in the list."""
        return str(self.initial.get(self.blamed, ""))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not given.pop(DELETION_FIELD_NAME, False):
            try:
                self.item = self.built(given)
            except ProfileError as error:
                self.add_error(self.blamed, str(error))
        return given


class Items(Base):
    """All of them, and one more that is empty. Valid: ``after`` is the profile that holds them."""

    removal: ClassVar[str]
    renderer = get_default_renderer()
    extra, min_num, max_num, absolute_max = 1, 0, LIMIT, LIMIT + 1
    can_order, can_delete, can_delete_extra = False, True, False
    validate_min, validate_max = False, True

    def __init__(self, data: Any, basis: Basis) -> None:
        self.basis = basis
        self.after = basis.profile
        held = self.held(basis.profile)
        super().__init__(data, initial=[self.form.told(item) for item in held], form_kwargs={"basis": basis})

    def held(self, profile: Profile) -> tuple[Any, ...]:
        """The items there are."""
        raise NotImplementedError

    def applied(self, items: tuple[Any, ...]) -> Profile:
        """The profile with these items. Raises: ProfileError."""
        raise NotImplementedError

    def clean(self) -> None:
        if any(self.errors):
            return
        items = tuple(form.item for form in self.forms if form.item is not None)
        try:
            self.after = self.applied(items)
        except ProfileError as error:
            raise forms.ValidationError(str(error)) from error

    def add_fields(self, form: ItemForm, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = self.removal

    def non_field_errors(self) -> list[str]:
        """As a form tells them."""
        return [str(error) for error in self.non_form_errors()]

    def parts(self) -> Iterable[Part]:
        for form in self.forms:
            yield Part(fields=tuple(form), title="" if form.empty_permitted else form.title)
