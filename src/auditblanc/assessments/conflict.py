"""Two answers to one question, laid side by side for a person to choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments.writes.ratings import FIELDS
from auditblanc.domain.difference import in_words, is_blank
from auditblanc.domain.text_difference import merged_texts, text_difference

if TYPE_CHECKING:
    from auditblanc.assessments.writes.ratings import Conflict
    from auditblanc.domain.snapshot import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An answer in words, and the fields of a form that gives it."""

    words: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The person's own answer, and the other.

    Of texts only: ``segments``, (« same », « added » or « removed », text) from the other to the person's own, and
    ``both``, one text that holds every word of both.
    """

    mine: Side
    theirs: Side
    segments: tuple[tuple[str, str], ...] = ()
    both: str = ""


def sides(conflict: Conflict, field: str) -> Sides:
    """What stands against what, on a key of ``domain.rating_fields``."""
    mine, theirs = _side(conflict.mine, field), _side(conflict.theirs, field)
    if field != "presentation":
        return Sides(mine=mine, theirs=theirs)
    first, second = conflict.mine.presentation, conflict.theirs.presentation
    segments = tuple((segment.kind.value, segment.text) for segment in text_difference(second, first))
    return Sides(mine=mine, theirs=theirs, segments=segments, both=merged_texts(first, second))


def _side(rating: Rating, field: str) -> Side:
    kind = FIELDS[field]
    answer = kind.answer(rating)
    words = kind.nothing if is_blank(answer) else in_words(answer)
    return Side(words=words, fields=_FIELDS[field](rating))


def _level_fields(rating: Rating) -> tuple[tuple[str, str], ...]:
    if not rating.by_category:
        return (("level", _number(rating.level)),)
    parts = ((f"level_{part.category.value}", _number(part.level)) for part in rating.by_category)
    return (("split", "1"), *parts)


def _number(level: int | None) -> str:
    return "" if level is None else str(int(level))


def _decision_fields(rating: Rating) -> tuple[tuple[str, str], ...]:
    answer = {None: "", True: "yes", False: "no"}[rating.applicable]
    return (("applicable", answer), ("reason", rating.reason))


_FIELDS = {
    "level": _level_fields,
    "presentation": lambda rating: (("presentation", rating.presentation),),
    "applicable": _decision_fields,
}
