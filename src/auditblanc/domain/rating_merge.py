"""Merge the rating of an indicator: an answer left blank takes the other side's, a conflict keeps its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.difference import is_blank
from auditblanc.domain.merge_part import Part
from auditblanc.domain.rating_difference import rating_differences
from auditblanc.domain.rating_fields import RATING_FIELDS, with_answer
from auditblanc.domain.snapshot import Review

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import Rating

_FIELDS = {field.key: field for field in RATING_FIELDS}
# What was left to do on either side is left to do.
_STRENGTH = (None, Review.KEPT, Review.NEW, Review.LOOK_AGAIN)


def merge_rating(into: Rating, from_: Rating) -> Part[Rating]:
    """The marks of a bridge follow the answers: when nothing is taken they stay as they are."""
    differences = [found for found in rating_differences(into, from_) if not is_blank(found.after)]
    taken = tuple(found for found in differences if is_blank(found.before))
    value = into
    for found in taken:
        value = with_answer(value, from_, _FIELDS[found.field])
    return Part(
        value=_marked(value, from_) if taken else into,
        taken=taken,
        conflicts=tuple(found for found in differences if not is_blank(found.before)),
    )


def _marked(into: Rating, from_: Rating) -> Rating:
    review = max(into.review, from_.review, key=_STRENGTH.index)
    return replace(into, review=review, carried_from=into.carried_from or from_.carried_from)
