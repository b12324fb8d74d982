"""The texts this report follows, what nobody knows yet, and where everything was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.edition_check import checked_sentence
from auditblanc.domain.referential import REWORDED_MENTION
from auditblanc.reports.content import Block, Bullets, Heading, KeyFacts, Paragraph, Role, Span, Style, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Edition, LegalText, Source, Unknown
    from auditblanc.reports.chapters.subject import Subject

_REWORDED = f"« {REWORDED_MENTION} » : le sens du texte officiel dit avec nos mots, d’après des transcriptions ; seul le texte officiel fait foi."


def sources(about: Subject, journal_head: str = "") -> Iterator[Block]:
    edition = about.edition
    yield Heading(1, "Textes et sources")
    yield Paragraph(text(checked_sentence(edition, about.today)), Role.LEAD)
    yield KeyFacts(tuple(_texts(edition)))
    if any(indicator.statement.is_reworded for indicator in edition.indicators):
        yield Paragraph(text(_REWORDED))
    yield from _unknowns(edition.unknowns)
    yield from _read(about)
    if journal_head:
        yield Heading(2, "Journal")
        yield Paragraph(text(f"Empreinte de la dernière entrée du journal : {journal_head}"))


def _texts(edition: Edition) -> Iterator[tuple[str, Text]]:
    yield "Texte suivi", text(edition.title)
    yield "Décret", _legal(edition.decree)
    yield "Guide de lecture", _legal(edition.guide)
    yield "Arrêté d’audit", _legal(edition.audit_order)


def _legal(legal: LegalText) -> Text:
    head = ", ".join(part for part in (legal.name, legal.reference) if part)
    return (*text(head), Span(f"\n{legal.note}", Style.QUIET)) if legal.note else text(head)


def _unknowns(unknowns: tuple[Unknown, ...]) -> Iterator[Block]:
    if unknowns:
        yield Heading(2, "Ce qui n’est pas connu")
        yield Bullets(tuple(_unknown(each) for each in unknowns))


def _unknown(each: Unknown) -> Text:
    where = f" Où regarder : {each.where_to_look}." if each.where_to_look else ""
    return (*text(f"{each.topic}. ", Style.STRONG), Span(each.sentence), Span(where, Style.QUIET))


def _read(about: Subject) -> Iterator[Block]:
    """The sources that this report rests on, by how they were read."""
    by_state: dict[str, list[Text]] = {}
    for source in _cited(about):
        by_state.setdefault(source.state, []).append(_source(source))
    yield Heading(2, "Où les textes ont été lus")
    for state, lines in by_state.items():
        yield Paragraph(text(f"{state[0].upper()}{state[1:]}", Style.STRONG), Role.LABEL)
        yield Bullets(tuple(lines))


def _cited(about: Subject) -> list[Source]:
    edition = about.edition
    keys = [key for legal in (edition.decree, edition.guide, edition.audit_order) for key in legal.sources]
    keys += [key for each in about.found for key in each.sources]
    keys += [key for each in edition.indicators for key in each.statement.sources]
    cited = set(keys)
    return [source for source in edition.sources if source.key in cited]


def _source(source: Source) -> Text:
    return (Span(source.label), Span(f" {source.url}", Style.QUIET)) if source.url else text(source.label)
