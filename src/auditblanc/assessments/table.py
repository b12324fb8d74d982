"""Every indicator of an assessment as a row, grouped as the form groups them, narrowed to what a person asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.assessments.applicable import applicable
from auditblanc.domain.progress import Tally, tally
from auditblanc.domain.snapshot import Level, Rating, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.applicability import Applicability

# What of a text fits in a row; so much of it is looked at, however long it is.
_EXCERPT, _LOOKED_AT = 110, 400
_TO_DO = (Review.LOOK_AGAIN, Review.NEW)


class Concern(StrEnum):
    """Which indicators are shown: those that apply or may, all, or some of the others."""

    MINE = "oui"
    ALL = "tous"
    TO_CONFIRM = "a-confirmer"
    DISPUTED = "discutes"
    NOT_MINE = "non"

    @property
    def label(self) -> str:
        return {
            "oui": "Qui vous concernent",
            "tous": "Tous",
            "a-confirmer": "À confirmer",
            "discutes": "Discutés",
            "non": "Non applicables",
        }[self.value]

    def holds(self, found: Applicability) -> bool:
        return {
            Concern.MINE: found.counts is not False,
            Concern.ALL: True,
            Concern.TO_CONFIRM: found.counts is None,
            Concern.DISPUTED: found.dispute is not None,
            Concern.NOT_MINE: found.counts is False,
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What narrows the table. ``level`` is 0 for the unrated; ``None`` narrows nothing."""

    concern: Concern = Concern.MINE
    level: int | None = None
    criterion: int | None = None
    look_again: bool = False

    def holds(self, found: Applicability, rating: Rating) -> bool:
        return (
            self.concern.holds(found)
            and self.level in (None, rating.level or 0)
            and (not self.look_again or rating.review in _TO_DO)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator. ``split``: « AF : 1 · BC : 3 », where it is told apart by category; it is then edited on its page.

    ``marks`` are the few words that stand beside its title.
    """

    indicator: int
    title: str
    level: Level | None
    version: int
    split: str
    applies: bool
    marks: tuple[str, ...]
    excerpt: str
    proofs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    criterion: int
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingTable:
    """``tally`` counts all that applies, whatever is shown; ``shown`` is how many rows are."""

    groups: tuple[Group, ...]
    tally: Tally
    shown: int


def rating_table(desk: Desk, wanted: Wanted) -> RatingTable:
    """The rows that ``wanted`` holds; a criterion without one is left out."""
    found = applicable(desk.snapshot)
    groups = tuple(group for group in _groups(desk, found, wanted) if group.rows)
    return RatingTable(groups=groups, tally=tally(desk.snapshot, found), shown=sum(len(group.rows) for group in groups))


def _groups(desk: Desk, found: Iterable[Applicability], wanted: Wanted) -> Iterator[Group]:
    ratings = {rating.indicator: rating for rating in desk.snapshot.ratings}
    proofs = Counter(number for item in desk.snapshot.evidence for number in item.indicators)
    by_number = {each.indicator: each for each in found}
    for criterion in desk.edition.criteria:
        if wanted.criterion in (None, criterion.number):
            rows = []
            for indicator in desk.edition.of_criterion(criterion.number):
                number = indicator.number
                rating = ratings.get(number) or Rating(indicator=number)
                if wanted.holds(by_number[number], rating):
                    rows.append(_row(indicator.title, rating, by_number[number], proofs[number]))
            yield Group(criterion=criterion.number, title=criterion.title.text, rows=tuple(rows))


def _row(title: str, rating: Rating, found: Applicability, proofs: int) -> Row:
    return Row(
        indicator=rating.indicator,
        title=title,
        level=rating.level,
        version=rating.versions.level,
        split=" · ".join(f"{part.category} : {part.level or '–'}" for part in rating.by_category),
        applies=found.counts is not False,
        marks=tuple(_marks(rating, found)),
        excerpt=_excerpt(rating.presentation),
        proofs=proofs,
    )


def _marks(rating: Rating, found: Applicability) -> Iterator[str]:
    if rating.review in _TO_DO and found.counts is not False:
        yield rating.review.label
    if found.overruled or found.counts is not True or found.dispute:
        yield found.answer.label


def _excerpt(text: str) -> str:
    """The first words, on one line."""
    line = " ".join(text[:_LOOKED_AT].split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT].rsplit(" ", 1)[0] + "…"
