"""Fields that take what the domain takes: one line, a text, a day, one answer of a list or none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError

from auditblanc.domain.text import TextError, clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")

# What stands for an answer that a person does not have yet: an empty value would look like a question skipped.
UNKNOWN = "?"
_UNKNOWN_WORDS = "Je ne sais pas encore"


class LineField(forms.CharField):
    """One line, as ``domain.text`` understands it."""

    cleaner: Callable[[str], str] = staticmethod(clean_line)

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, **options})
        # The domain says it in French, and what to do.
        self.validators = []

    def to_python(self, value: Any) -> str:
        try:
            return self.cleaner(str(value or ""))
        except TextError as error:
            raise ValidationError(str(error)) from error


class TextField(LineField):
    """Several lines."""

    widget = forms.Textarea(attrs={"rows": 3})
    cleaner = staticmethod(clean_text)


class DayField(forms.DateField):
    """A day, from the browser's calendar or typed as people write it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **options: Any) -> None:
        invalid = "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027."
        errors = {"invalid": invalid, "required": "Indiquez cette date, par exemple 12/09/2027."}
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"]
        super().__init__(**{"required": False, "input_formats": formats, "error_messages": errors, **options})


class OneOf(forms.TypedChoiceField):
    """One answer of a list, or « je ne sais pas encore », which is ``None``. ``options``: (value, words) each.

    ``is_short``: the answers stand on one line.
    """

    widget = forms.RadioSelect
    is_short = False

    def __init__(self, *, options: Iterable[tuple[Any, str]], unknown: str = _UNKNOWN_WORDS, **more: Any) -> None:
        known = {as_choice(value): value for value, _ in options}
        choices = [*((as_choice(value), words) for value, words in options), (UNKNOWN, unknown)]
        errors = {"required": "Choisissez une des réponses.", "invalid_choice": "Choisissez une des réponses."}
        super().__init__(choices=choices, coerce=known.get, empty_value=None, error_messages=errors, **more)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data) and self.prepare_value(initial) != data

    def prepare_value(self, value: Any) -> str:
        return UNKNOWN if value is None else as_choice(value)


def yes_no(**more: Any) -> OneOf:
    made = OneOf(options=((True, "Oui"), (False, "Non")), **more)
    made.is_short = True
    return made


def as_choice(value: object) -> str:
    """What a form carries for a value: « oui » and « non », or the value of an enumeration."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return str(value)


def first_upper(words: str) -> str:
    """Words as they begin a line; « BPF » stays as it is."""
    return words[:1].upper() + words[1:]


def in_order(chosen: Iterable[T], before: Sequence[T]) -> tuple[T, ...]:
    """What was chosen: what was there before in its order, then the rest. A file may order things as it likes."""
    now = tuple(chosen)
    return (*(each for each in before if each in now), *(each for each in now if each not in before))
