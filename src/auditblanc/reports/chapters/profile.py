"""The provider as it describes itself: every answer, the missing ones said to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditblanc.domain.difference import is_blank
from auditblanc.domain.profile import Audit, Certificate, Provider
from auditblanc.domain.profile_labels import LABELS
from auditblanc.reports.chapters.answers import answer_words
from auditblanc.reports.chapters.past import past
from auditblanc.reports.content import Block, Heading, KeyFacts, Paragraph, Style, Table, Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.profile import Profile, Site
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


def profile(about: Subject) -> Iterator[Block]:
    answers = about.snapshot.profile
    yield Heading(1, "Le prestataire")
    yield KeyFacts(_facts(answers.provider, tuple(LABELS[Provider])))
    yield Heading(2, "Ce qu’il fait")
    yield KeyFacts(_facts(answers, _ACTIVITY))
    yield Heading(2, "L’audit préparé")
    yield KeyFacts((*_facts(answers.audit, tuple(LABELS[Audit])), *_facts(answers, ("documents",))))
    yield Heading(2, "Le certificat")
    yield from _certificate(answers)
    yield Heading(2, "Les sites")
    yield from _sites(answers.sites)
    yield from past(about)


def _certificate(answers: Profile) -> Iterator[Block]:
    if answers.certificate:
        yield KeyFacts(_facts(answers.certificate, tuple(LABELS[Certificate])))
    else:
        yield Paragraph(_MISSING)


def _sites(sites: tuple[Site, ...]) -> Iterator[Block]:
    if not sites:
        yield Paragraph(_MISSING)
        return
    yield Table(
        caption="Les lieux où travaille du personnel permanent",
        header=("Site", "Adresse", "Effectif", "Catégories", "Vu au dernier audit"),
        rows=tuple(_site(site) for site in sites),
        widths=(26, 32, 11, 15, 16),
    )


def _site(site: Site) -> tuple[Text, ...]:
    central = text("\nfonction centrale", Style.QUIET) if site.is_central_function else ()
    others = (site.address, site.permanent_staff, tuple(category.value for category in site.categories))
    return (*text(site.name), *central), *(_told(value) for value in (*others, site.seen_at_last_audit))


def _facts(part: Any, names: tuple[str, ...]) -> tuple[tuple[str, Text], ...]:
    return tuple((LABELS[type(part)][name], _told(getattr(part, name))) for name in names)


def _told(value: Any) -> Text:
    return _MISSING if is_blank(value) else text(answer_words(value))
