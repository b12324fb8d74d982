"""What is left to do, gathered from the whole assessment: one list a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.coherence import incoherences
from auditblanc.domain.snapshot import Level, Review
from auditblanc.reports.content import Block, Bullets, Heading, Paragraph, Style, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.reports.chapters.subject import Subject


def open_points(about: Subject) -> Iterator[Block]:
    yield Heading(1, "Ce qui reste à faire")
    groups = [(title, items) for title, items in _groups(about) if items]
    for title, items in groups:
        yield Heading(2, title)
        yield Bullets(items)
    if not groups:
        yield Paragraph(text("Aucun point ouvert."))


def _groups(about: Subject) -> Iterator[tuple[str, tuple[Text, ...]]]:
    applicable = [each.indicator for each in about.found if each.counts]
    ratings = {number: about.snapshot.rating(number) for number in applicable}

    def at(level: Level | None) -> tuple[Text, ...]:
        return tuple(text(about.numbered(number)) for number, each in ratings.items() if each.level is level)

    def marked(review: Review) -> tuple[Text, ...]:
        return tuple(text(about.numbered(number)) for number, each in ratings.items() if each.review is review)

    yield "Aucun élément", at(Level.MISSING)
    yield "Il manque des éléments", at(Level.PARTIAL)
    yield "À noter", at(None)
    yield "À relire : le texte a changé", marked(Review.LOOK_AGAIN)
    yield "Notés prêts, sans rien à montrer", _nothing_to_show(about, applicable)
    yield "À confirmer", _reasons(about, unknown=True)
    yield "Discutés", _reasons(about, unknown=False)
    yield "À vérifier dans vos réponses", tuple(
        text(found.sentence) for found in incoherences(about.edition, about.snapshot)
    )  # fmt: skip


def _nothing_to_show(about: Subject, applicable: list[int]) -> tuple[Text, ...]:
    return tuple(text(about.numbered(number)) for number in applicable if _is_bare(about, number))


def _is_bare(about: Subject, number: int) -> bool:
    """Ready by its level alone: no text, no kind of proof ticked, no proof noted."""
    rating = about.snapshot.rating(number)
    shown = rating.presentation.strip() or rating.ticked or about.snapshot.evidence_of(number)
    return rating.level is Level.READY and not shown


def _reasons(about: Subject, *, unknown: bool) -> tuple[Text, ...]:
    return tuple(
        (*text(about.numbered(each.indicator), Style.STRONG), *text(f"\n{each.reason}"))
        for each in about.found
        if (each.counts is None if unknown else each.dispute is not None)
    )
