"""What applies to this provider, indicator by indicator, and why; what a person decided stands beside what was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.applicability_summary import summary
from auditblanc.domain.french import counted
from auditblanc.domain.verdict import Answer
from auditblanc.reports.content import Block, Heading, Paragraph, Role, Span, Style, Table, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.applicability import Applicability
    from auditblanc.reports.chapters.subject import Subject


def applicability(about: Subject) -> Iterator[Block]:
    found = summary(about.found)
    yield Heading(1, "Ce qui s’applique, et pourquoi")
    yield Paragraph(text(found.sentence), Role.LEAD)
    if found.overruled:
        decided = counted(found.overruled, "réponse a été décidée", "réponses ont été décidées")
        yield Paragraph(text(f"{decided} par le prestataire contre le calcul, avec un motif écrit."))
    yield Table(
        caption="Applicabilité de chaque indicateur",
        header=("N°", "Indicateur", "S’applique ?", "Motif"),
        rows=tuple(_row(about, each) for each in about.found),
        widths=(6, 30, 17, 47),
    )


def _row(about: Subject, each: Applicability) -> tuple[Text, ...]:
    style = Style.QUIET if each.answer is Answer.NO else Style.STRONG
    return (
        text(str(each.indicator)),
        text(about.edition.indicator(each.indicator).title),
        text(each.answer.label, style),
        reason(each),
    )


def reason(each: Applicability) -> Text:
    """The reason; under a person's decision, what the rule had said."""
    told = text("\n".join(each.told))
    return (*told, Span(f"\nCalculé : {each.computed_reason}", Style.QUIET)) if each.overruled else told
