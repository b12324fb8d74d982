"""What is wrong with a form, gathered for the head of the page: each fault leads to its field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.forms import BaseForm, BaseFormSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms.boundfield import BoundField


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A sentence; where it is about one field, the field's label and the ``id`` to go to."""

    sentence: str
    label: str = ""
    to: str = ""


def faults(form: object) -> tuple[Fault, ...]:
    """Of a form or of several at a time; anything else has none, so that every page may ask for its ``form``."""
    if isinstance(form, BaseFormSet):
        whole = tuple(Fault(sentence=str(each)) for each in form.non_form_errors())
        return (*whole, *(fault for each in form.forms for fault in _of(each)))
    return tuple(_of(form)) if isinstance(form, BaseForm) else ()


def tells_what_is_asked(form: object) -> bool:
    """Whether a form mixes answers that may be left out and ones that may not, so that it must say how they are told apart.

    A list of answers of which one is chosen from the start cannot be left out by mistake.
    """
    if not isinstance(form, BaseForm):
        return False
    fields = form.visible_fields()
    return len(fields) > 1 and any(each.field.required and not _is_answered(each) for each in fields)


def _is_answered(field: BoundField) -> bool:
    return bool(field.use_fieldset and field.value())


def _of(form: BaseForm) -> Iterator[Fault]:
    for sentence in form.non_field_errors():
        yield Fault(sentence=str(sentence))
    for field in form.visible_fields():
        if field.errors:
            yield Fault(sentence=" ".join(map(str, field.errors)), label=str(field.label), to=_place(field))


def _place(field: BoundField) -> str:
    """A group of answers is reached at its first one."""
    return (field.subwidgets[0].id_for_label if field.use_fieldset else field.id_for_label) or field.auto_id
