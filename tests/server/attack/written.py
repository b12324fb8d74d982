"""Whatever people may write, written everywhere at once: in each text of each row of an organisation."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import CharField, TextField

if TYPE_CHECKING:
    from django.db.models import Model

# Texts of the program itself: documents that it writes and reads, levels, marks.
_OURS = frozenset({"document", "doubts", "profile", "before", "after", "ticked", "levels"})
_LIMITS = (None, 200, 500)


def texts() -> list[tuple[type[Model], list[str]]]:
    """Every table with what people type in it: of the columns of words, those of no fixed choice and of some length."""
    found = [
        (
            model,
            [
                column.name
                for column in model._meta.concrete_fields
                if isinstance(column, (CharField, TextField))
                and not column.choices
                and column.name not in _OURS
                and column.max_length in _LIMITS
            ],
        )
        for name in ("accounts", "assessments")
        for model in apps.get_app_config(name).get_models()
    ]
    return [(model, columns) for model, columns in found if columns]


def write_everywhere(words: str, lines: str = "") -> None:
    """``words`` in each column of one line, ``lines`` in those of several, where it is said."""
    for model, columns in texts():
        several = {name for name in columns if isinstance(model._meta.get_field(name), TextField)}
        for row in model._default_manager.all():
            # Nor what is written as a document of ours.
            for column in (each for each in columns if not str(getattr(row, each)).startswith(("{", "["))):
                # What no row may say stays as it is: a reason without a decision.
                with suppress(IntegrityError), transaction.atomic():
                    # The number keeps apart what must not be the same twice.
                    model._default_manager.filter(pk=row.pk).update(
                        **{column: f"{(column in several and lines) or words} {row.pk}"}
                    )
