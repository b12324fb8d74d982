"""Answers of a profile that contradict each other, or what a category always is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.conditions import given, is_met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.categories import Condition
    from auditblanc.domain.profile import Profile
    from auditblanc.domain.referential import Edition

# The audits that suppose a certificate.
_OF_A_CERTIFICATE = (AuditKind.SURVEILLANCE, AuditKind.RENEWAL)


def contradictions(edition: Edition, profile: Profile) -> tuple[str, ...]:
    """Each contradiction as one French sentence that says what to correct, or what is retained."""
    return (*_answers(profile), *_natures(edition, profile), *_sites(profile), *_days(profile))


def _answers(profile: Profile) -> Iterator[str]:
    """Source: guide de lecture V9, indicator 28: alternance is a period in a company."""
    if profile.alternance and profile.work_situation_periods is False:
        yield "Vous dites faire de l’alternance et n’avoir aucune période en entreprise : l’alternance en est une, corrigez l’une des deux réponses."


def _natures(edition: Edition, profile: Profile) -> Iterator[str]:
    """A condition denied, which a declared category always meets."""
    for key, category in dict.fromkeys(_by_nature(edition)):
        answer = given(key, profile)
        if category in profile.categories and answer is not None and not is_met(answer):
            nature = edition.condition(key).by_nature
            yield f"Pour {category.in_sentence}, {nature} : votre réponse contraire ne vaut que pour vos autres catégories."


def _by_nature(edition: Edition) -> Iterator[tuple[Condition, Category]]:
    for indicator in edition.indicators:
        for category, scope in indicator.applies.items():
            if scope.condition and scope.true_by_nature:
                yield scope.condition, category


def _sites(profile: Profile) -> Iterator[str]:
    for site in profile.sites:
        for category in site.categories:
            if profile.categories and category not in profile.categories:
                yield f"Le site « {site.name} » réalise {category}, que le profil ne déclare pas."


def _days(profile: Profile) -> Iterator[str]:
    first_day, last, certificate = profile.audit.first_day, profile.last_audit, profile.certificate
    if first_day is None:
        return
    if last and last.held_on and last.held_on > first_day:
        yield "Le dernier audit est postérieur à celui que vous préparez : corrigez l’une des deux dates."
    if certificate and certificate.decided_on > first_day and profile.audit.kind in _OF_A_CERTIFICATE:
        yield "L’audit que vous préparez vient avant l’obtention du certificat : corrigez l’une des deux dates."
