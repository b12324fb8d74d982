"""Where two ratings of one indicator differ, answer by answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.difference import Difference
from auditblanc.domain.rating_fields import RATING_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.snapshot import Rating


def rating_differences(before: Rating, after: Rating) -> Iterator[Difference]:
    """What a person answered otherwise; marks of a bridge and counts of saves are no answers."""
    for field in RATING_FIELDS:
        mine, theirs = field.answer(before), field.answer(after)
        if mine != theirs:
            yield Difference(
                field=field.key,
                label=field.label,
                before=mine,
                after=theirs,
                indicator=before.indicator,
                nothing=field.nothing,
            )
