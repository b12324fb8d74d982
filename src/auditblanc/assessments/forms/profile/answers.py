"""What every part of the profile shares: it starts from the profile there is, and gives the one that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField

from auditblanc.domain.catalogue import Catalogue
from auditblanc.domain.categories import Condition
from auditblanc.domain.profile import Profile, ProfileError
from auditblanc.domain.referential import Edition

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a part is asked on: the answers there are, the text that asks, the texts at hand."""

    profile: Profile
    edition: Edition
    catalogue: Catalogue

    def question(self, condition: Condition, otherwise: str) -> str:
        """How the edition asks for a condition; ``otherwise`` when it does not."""
        found = (each.question for each in self.edition.conditions if each.key is condition)
        return next(found, otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Fields that are shown together. Of several parts each has the title of its item, the one to be filled has none."""

    fields: Sequence[BoundField]
    title: str = ""


class AnswersForm(forms.Form):
    """Some of the answers. Valid: ``after`` is the profile with them. ``blamed`` bears what the domain refuses."""

    blamed: str | None = None

    def __init__(self, data: Any, basis: Basis) -> None:
        self.basis = basis
        self.after = basis.profile
        super().__init__(data, initial=self.start(basis.profile))

    def start(self, profile: Profile) -> dict[str, Any]:
        """What the fields say for a profile."""
        raise NotImplementedError

    def applied(self, given: dict[str, Any]) -> Profile:
        """The profile with what was given. Raises: ProfileError."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                self.after = self.applied(given)
            except ProfileError as error:
                self.add_error(self.blamed, str(error))
        return given

    def parts(self) -> Iterable[Part]:
        return (Part(fields=tuple(self)),)


class PlainForm(AnswersForm):
    """Each field bears the name of the answer that it fills; that of a condition is asked in the words of the edition."""

    def __init__(self, data: Any, basis: Basis) -> None:
        super().__init__(data, basis)
        for condition in Condition:
            if condition.value in self.fields:
                field = self.fields[condition.value]
                field.label = basis.question(condition, str(field.label))

    def start(self, profile: Profile) -> dict[str, Any]:
        return {name: getattr(profile, name) for name in self.base_fields}

    def applied(self, given: dict[str, Any]) -> Profile:
        return replace(self.basis.profile, **given)
