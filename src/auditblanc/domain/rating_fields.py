"""What a person answers on one indicator, field by field: what is compared, and what is merged as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from auditblanc.domain.snapshot import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the person decided on applicability, with its reason."""

    applies: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingField:
    """An answer and the attributes that hold it, which make sense together only.

    ``nothing`` is what a blank answer is called; ``version`` names the count of its saves, when it has one.
    """

    key: str
    label: str
    nothing: str
    answer: Callable[[Rating], Any]
    attributes: tuple[str, ...]
    version: str = ""


def _decision(rating: Rating) -> Decision | None:
    return None if rating.applicable is None else Decision(applies=rating.applicable, reason=rating.reason)


RATING_FIELDS = (
    RatingField(
        key="level",
        label="Niveau",
        nothing="non évalué",
        answer=lambda rating: rating.by_category or rating.level,
        attributes=("level", "by_category"),
        version="level",
    ),
    RatingField(
        key="presentation",
        label="Ce que vous avez prévu de présenter",
        nothing="vide",
        answer=lambda rating: rating.presentation,
        attributes=("presentation",),
        version="presentation",
    ),
    RatingField(
        key="applicable",
        label="Applicabilité",
        nothing="réponse calculée",
        answer=_decision,
        attributes=("applicable", "reason"),
        version="applicable",
    ),
    RatingField(
        key="effort",
        label="Temps estimé",
        nothing="non estimé",
        answer=lambda rating: rating.effort,
        attributes=("effort",),
    ),
    RatingField(
        key="ticked",
        label="Preuves cochées",
        nothing="aucune",
        # The order of the ticks is nobody's answer.
        answer=lambda rating: tuple(sorted(rating.ticked)),
        attributes=("ticked",),
    ),
)


def with_answer(rating: Rating, other: Rating, field: RatingField) -> Rating:
    """``rating`` with the answer of ``other``.

    Its version goes up by one: a page opened before must see that the field is no longer the one it started from.
    """
    counts = {field.version: getattr(rating.versions, field.version) + 1} if field.version else {}
    answer = {name: getattr(other, name) for name in field.attributes}
    return replace(rating, **answer, versions=replace(rating.versions, **counts))
