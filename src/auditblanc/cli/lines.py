"""Rows and sentences that several commands print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from auditblanc.cli.terminal import excerpt
from auditblanc.domain.edition_check import checked_sentence
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditblanc.cli.job import Job
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Rating, Snapshot
    from auditblanc.interchange.problems import Problem


def level_word(rating: Rating) -> str:
    """« 1 prêt », « 3 manquant », « – » when unrated: a word, not a colour alone."""
    if rating.level is None:
        return "–"
    return f"{int(rating.level)} {rating.level.label.lower()}"


def rating_rows(snapshot: Snapshot, edition: Edition) -> Iterator[tuple[str, str, str, str]]:
    """Number, title, level and beginning of the text, for each indicator of the edition."""
    for indicator in edition.indicators:
        rating = snapshot.rating(indicator.number)
        marks = [rating.review.label] if rating.review and rating.review != "kept" else []
        marks += ["Déclaré non applicable"] if rating.applicable is False else []
        text = " — ".join([*marks, excerpt(rating.presentation)] if rating.presentation else marks)
        yield str(indicator.number), indicator.title, level_word(rating), text


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        where = f"Indicateur {problem.indicator}" if problem.indicator else "Document"
        yield f"• {where} ({problem.cell.label}) : {problem.message}"


def rated(snapshot: Snapshot, edition: Edition) -> str:
    """« 26 indicateurs évalués sur 32 »."""
    count = sum(snapshot.rating(number).level is not None for number in edition.numbers)
    return f"{counted(count, 'indicateur évalué', 'indicateurs évalués')} sur {len(edition.numbers)}"


def text_lines(work: Job) -> list[str]:
    """Which text is applied, why, and how fresh it is."""
    today = date.today()  # noqa: DTZ011 -- the day on the person's own calendar
    return [*work.notes, checked_sentence(work.edition, today)]
