"""The provider as it describes itself: every answer, the missing ones said to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditblanc.domain.difference import is_blank
from auditblanc.domain.profile import Audit, Profile, Provider
from auditblanc.domain.profile_labels import LABELS
from auditblanc.reports.chapters.answers import answer_words
from auditblanc.reports.content import Block, Heading, KeyFacts, Paragraph, Role, Style, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.reports.chapters.subject import Subject

_MISSING = text("non renseigné", Style.QUIET)
_ACTIVITY = (
    "activities",
    "certifying",
    "alternance",
    "work_situation_periods",
    "subcontracting_or_portage",
    "duration_over_2_days",
    "distance",
    "hosts_learners_with_disabilities",
    "acting_as_subcontractor",
    "turnover",
)
_CERTIFICATION = ("certificate", "last_audit", "documents")


def profile(about: Subject) -> Iterator[Block]:
    answers = about.snapshot.profile
    yield Heading(1, "Le prestataire")
    yield KeyFacts(tuple(_facts(answers.provider, tuple(LABELS[Provider]))))
    yield Heading(2, "Ce qu’il fait")
    yield KeyFacts(tuple(_facts(answers, _ACTIVITY)))
    yield Heading(2, "L’audit et le certificat")
    yield KeyFacts((*_facts(answers.audit, tuple(LABELS[Audit])), *_facts(answers, _CERTIFICATION)))
    yield from _sites(answers)


def _sites(answers: Profile) -> Iterator[Block]:
    yield Heading(2, "Les sites")
    if not answers.sites:
        yield Paragraph(_MISSING, Role.BODY)
    else:
        yield KeyFacts(tuple((site.name, text(answer_words(site))) for site in answers.sites))


def _facts(part: Any, names: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    for name in names:
        value = getattr(part, name)
        yield LABELS[type(part)][name], _MISSING if is_blank(value) else text(answer_words(value))
