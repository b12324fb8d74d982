"""Every indicator: what the text asks, the level, what will be presented, the proofs noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.difference import in_words
from auditblanc.domain.snapshot import Review
from auditblanc.reports.chapters.applicability import reason
from auditblanc.reports.chapters.wording import mention_of, worded
from auditblanc.reports.content import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Role,
    Span,
    Style,
    Text,
    level_text,
    paragraphs,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.applicability import Applicability
    from auditblanc.domain.referential import Criterion, Indicator
    from auditblanc.domain.snapshot import Rating
    from auditblanc.reports.chapters.subject import Subject

_REVIEW_SHAPES = {Review.LOOK_AGAIN: "▲ ", Review.NEW: "✚ ", Review.KEPT: ""}

_TO_READ_AGAIN = (Review.LOOK_AGAIN, Review.NEW)


def indicators(about: Subject) -> Iterator[Block]:
    yield Heading(1, "Les indicateurs")
    answers = {each.indicator: each for each in about.found}
    for criterion in about.edition.criteria:
        yield from _criterion(about, criterion)
        for indicator in about.edition.of_criterion(criterion.number):
            yield from _indicator(about, indicator, answers[indicator.number])


def _criterion(about: Subject, criterion: Criterion) -> Iterator[Block]:
    yield Heading(2, f"Critère {criterion.number}")
    yield Paragraph(text(criterion.title.text), Role.LEAD)
    mention = mention_of(criterion.title, about.edition.decree)
    if mention:
        yield Paragraph(text(mention, Style.MARK), Role.NOTE)


def _indicator(about: Subject, indicator: Indicator, found: Applicability) -> Iterator[Block]:
    """One that does not apply tells why, and what was nevertheless written on it."""
    rating = about.snapshot.rating(indicator.number)
    yield Heading(3, about.numbered(indicator.number))
    if found.counts is False:
        yield Paragraph(reason(found))
    else:
        yield Paragraph(_level(rating), Role.LEVEL)
        if found.counts is None or found.overruled or found.dispute:
            yield Paragraph(reason(found))
        if indicator.change and rating.review in _TO_READ_AGAIN:
            yield Paragraph(text(f"Ce qui a changé : {indicator.change.summary}", Style.QUIET), Role.NOTE)
        yield from worded(indicator.scope_note, about.edition.decree)
        yield from worded(indicator.statement, about.edition.decree)
    yield from _answer(about, indicator.number, rating)


def _level(rating: Rating) -> Text:
    """The level, its split by category, then what passing to this text made of it."""
    split = f" · {in_words(rating.by_category)}" if rating.by_category else ""
    review = f" · {_REVIEW_SHAPES[rating.review]}{rating.review.label}" if rating.review else ""
    spans = (Span(split), Span(review, Style.MARK))
    return (*level_text(rating.level, with_meaning=True), *(span for span in spans if span.text))


def _answer(about: Subject, number: int, rating: Rating) -> Iterator[Block]:
    if rating.presentation.strip():
        yield Paragraph(text("Ce qui sera présenté", Style.STRONG), Role.LABEL)
        yield from paragraphs(rating.presentation)
    if rating.ticked:
        yield Paragraph(text("Preuves cochées", Style.STRONG), Role.LABEL)
        yield Paragraph(text(" · ".join(rating.ticked)))
    proofs = about.snapshot.evidence_of(number)
    if proofs:
        yield Paragraph(text("Preuves notées", Style.STRONG), Role.LABEL)
        yield Bullets(tuple(text(in_words(proof)) for proof in proofs))
