"""What waits to be confirmed, laid out row by row, each doubt beside what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.difference import in_words
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.referential import Edition
from auditblanc.domain.snapshot import Rating, Snapshot
from auditblanc.interchange import json_format
from auditblanc.interchange.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.assessments.models import Intake
    from auditblanc.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One indicator. ``title`` is empty when the text has no such indicator."""

    number: int
    title: str
    rating: Rating
    evidence: tuple[Evidence, ...]
    doubts: tuple[Problem, ...]

    @property
    def split(self) -> str:
        """« AF : 1 – Prêt · BC : 3 – Manquant », where the level is told apart by category."""
        return in_words(self.rating.by_category)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """``edition`` is ``None`` when the text of the file is not at hand. ``doubts`` are those of no row."""

    snapshot: Snapshot
    edition: Edition | None
    rows: tuple[ReadRow, ...]
    doubts: tuple[Problem, ...]
    doubtful: int

    @property
    def rated(self) -> int:
        return sum(rating.level is not None for rating in self.snapshot.ratings)

    @property
    def written(self) -> int:
        return sum(bool(rating.presentation) for rating in self.snapshot.ratings)


def opened(intake: Intake, catalogue: Catalogue) -> Opened:
    """What was read of a file, doubts included. No query.

    Raises:
        UnreadableFileError: it was put aside by a version of another format.
    """
    reading = json_format.read(intake.document.encode(), catalogue)
    snapshot = reading.snapshot
    edition = catalogue.edition(snapshot.edition) if snapshot.edition in catalogue.ids else None
    titles = {each.number: each.title for each in edition.indicators} if edition else {}
    numbers = sorted({*titles, *(rating.indicator for rating in snapshot.ratings)})
    return Opened(
        snapshot=snapshot,
        edition=edition,
        rows=tuple(_row(number, titles.get(number, ""), snapshot, reading.problems) for number in numbers),
        doubts=tuple(problem for problem in reading.problems if problem.indicator not in numbers),
        doubtful=len(reading.problems),
    )


def _row(number: int, title: str, snapshot: Snapshot, problems: Iterable[Problem]) -> ReadRow:
    return ReadRow(
        number=number,
        title=title,
        rating=snapshot.rating(number),
        evidence=snapshot.evidence_of(number),
        doubts=tuple(problem for problem in problems if problem.indicator == number),
    )
