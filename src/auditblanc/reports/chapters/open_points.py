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
    yield "Évalués prêts, sans rien à montrer", _nothing_to_show(about, applicable)
    unknown = ((each.indicator, each.reason) for each in about.found if each.counts is None)
    yield "À confirmer", tuple(_reason(about, number, sentence) for number, sentence in unknown)
    yield "Discutés", tuple(_reason(about, number, sentence) for number, sentence in _disputed(about))
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


def _disputed(about: Subject) -> Iterator[tuple[int, str]]:
    """Whether it applies, then how grave a gap would be."""
    for each in about.found:
        if each.dispute:
            yield each.indicator, each.reason
        if each.gradable_dispute and each.counts is not False:
            yield each.indicator, each.gradable_dispute.of_gravity


def _reason(about: Subject, number: int, sentence: str) -> Text:
    return (*text(about.numbered(number), Style.STRONG), *text(f"\n{sentence}"))
