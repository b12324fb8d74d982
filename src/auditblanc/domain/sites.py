"""How many sites an audit sees: the central function always, and a sample of the others.

Source: FAQ of the ministry, 1. A site is a place with permanent staff; the factors are edition data.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind
from auditblanc.domain.rulebook import Certainty, SiteSampleRules

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSample:
    """Sites seen besides the central function; ``sampled`` is ``None`` when an answer is missing.

    ``unseen``: at a surveillance, the names among which at least one is seen.
    """

    kind: AuditKind
    others: int | None
    sampled: int | None
    unseen: tuple[str, ...]
    sentence: str
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


def site_sample(rules: SiteSampleRules, profile: Profile) -> SiteSample:
    """The sample of the audit that is prepared; without a kind, of an initial audit."""
    kind = profile.audit.kind or AuditKind.INITIAL
    others = _others(profile.sites)
    sampled = None if others is None else sample_size(rules, kind, len(others))
    return SiteSample(
        kind=kind,
        others=None if others is None else len(others),
        sampled=sampled,
        unseen=_unseen(kind, others or ()),
        sentence=_missing(profile.sites) if others is None else _sentence(kind, others, sampled or 0),
        certainty=rules.surveillance_certainty if kind is AuditKind.SURVEILLANCE else rules.certainty,
        sources=rules.sources,
        note=rules.note,
    )


def sample_size(rules: SiteSampleRules, kind: AuditKind, sites: int) -> int:
    """``factor × √sites``, rounded; a half goes up, though no whole number of sites gives one with the factors 1 and 0.6."""
    factor = rules.surveillance_factor if kind is AuditKind.SURVEILLANCE else rules.initial_factor
    return math.floor(factor * math.sqrt(sites) + 0.5)


def _others(sites: tuple[Site, ...]) -> tuple[Site, ...] | None:
    """The sites besides the central function, which a sole site holds; ``None`` when nobody said which one holds it."""
    staffed = tuple(site for site in sites if site.is_central_function or site.permanent_staff != 0)
    if len(staffed) == 1:
        return ()
    others = tuple(site for site in staffed if not site.is_central_function)
    return others if len(others) < len(staffed) else None


def _missing(sites: tuple[Site, ...]) -> str:
    if sites:
        return "Inconnu : indiquez lequel de vos sites porte la fonction centrale."
    return "Inconnu : indiquez vos sites, et celui qui porte la fonction centrale."


def _sentence(kind: AuditKind, others: tuple[Site, ...], sampled: int) -> str:
    if not others:
        return "Un seul site, celui de la fonction centrale : il est audité."
    sites = f"{sampled} site{'s' if sampled > 1 else ''} sur {len(others)}"
    return f"La fonction centrale, toujours auditée, et {sites}{_unseen_words(kind, others)}."


def _unseen(kind: AuditKind, others: tuple[Site, ...]) -> tuple[str, ...]:
    if kind is not AuditKind.SURVEILLANCE:
        return ()
    return tuple(site.name for site in others if site.seen_at_last_audit is False)


def _unseen_words(kind: AuditKind, others: tuple[Site, ...]) -> str:
    if kind is not AuditKind.SURVEILLANCE or all(site.seen_at_last_audit for site in others):
        return ""
    names = ", ".join(_unseen(kind, others)) or "indiquez ceux qui ont été vus"
    return f", dont au moins un qui n’a pas été vu au dernier audit ({names})"
