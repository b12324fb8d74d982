"""How long an initial or renewal audit lasts, estimated in half-days from the turnover, the categories and the sites.

Source: order of 6 June 2019, article 4; FAQ of the ministry, 2. The table is edition data. The table of surveillance
audits was not found: no figure is given for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.categories import AuditKind, Category
from auditblanc.domain.rulebook import Certainty, LengthBand, LengthRules, Rulebook
from auditblanc.domain.sites import SiteSample, site_sample

if TYPE_CHECKING:
    from auditblanc.domain.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthPart:
    """What one rule adds, in days."""

    label: str
    days: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLength:
    """``days`` is the sum of the parts; ``None``: unknown, and the sentence says why. ``left_out``: what the sum lacks."""

    kind: AuditKind
    days: float | None
    parts: tuple[LengthPart, ...]
    sentence: str
    left_out: str
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


def audit_length(rules: Rulebook, profile: Profile) -> AuditLength:
    """The length of the audit that is prepared; without a kind, of an initial audit."""
    kind = profile.audit.kind or AuditKind.INITIAL
    if kind is AuditKind.SURVEILLANCE:
        return _unknown(rules.length, kind, _surveillance(rules.length, profile), Certainty.NOT_FOUND)
    band = next((band for band in rules.length.bands if band.turnover is profile.turnover), None)
    if band is None or not profile.activities:
        return _unknown(rules.length, kind, _to_answer(profile), rules.length.certainty)
    return _known(rules.length, kind, band, profile.categories, site_sample(rules.sites, profile))


def in_days(days: float) -> str:
    """« 1,5 jour », « 2 jours »."""
    return f"{days:g} jour{'s' if days >= 2 else ''}".replace(".", ",")  # noqa: PLR2004 - French plural starts at two


def _known(
    rules: LengthRules, kind: AuditKind, band: LengthBand, categories: tuple[Category, ...], sample: SiteSample
) -> AuditLength:
    parts = tuple(part for part in _parts(rules, band, categories, sample) if part.days)
    days = sum(part.days for part in parts)
    detail = ", ".join(f"{part.label} {in_days(part.days)}" for part in parts)
    return AuditLength(
        kind=kind,
        days=days,
        parts=parts,
        sentence=f"Environ {in_days(days)} pour un {kind.label} ({detail}).",
        left_out="" if sample.sampled is not None else f"Sans compter les sites. {sample.sentence}",
        certainty=rules.certainty,
        sources=rules.sources,
        note=rules.note,
    )


def _parts(
    rules: LengthRules, band: LengthBand, categories: tuple[Category, ...], sample: SiteSample
) -> tuple[LengthPart, ...]:
    counted = tuple(category for category in categories if category in rules.counted_categories)
    sampled = sample.sampled or 0
    return (
        LengthPart(label="base", days=band.base),
        *(LengthPart(label=category.value, days=band.per_category) for category in counted),
        LengthPart(label="apprentissage", days=band.apprenticeship if Category.APPRENTICESHIP in categories else 0),
        LengthPart(label=f"sites échantillonnés ({sampled})", days=sampled * rules.per_sampled_site),
    )


def _unknown(rules: LengthRules, kind: AuditKind, sentence: str, certainty: Certainty) -> AuditLength:
    return AuditLength(
        kind=kind,
        days=None,
        parts=(),
        sentence=sentence,
        left_out="",
        certainty=certainty,
        sources=rules.sources,
        note=rules.note,
    )


def _surveillance(rules: LengthRules, profile: Profile) -> str:
    sentence = "Inconnu : la table des durées des audits de surveillance n’a pas été trouvée."
    if not any(activity.new_entrant for activity in profile.activities):
        return sentence
    return f"{sentence} Un nouvel entrant y passe {in_days(rules.new_entrant_surveillance_extra)} de plus."


def _to_answer(profile: Profile) -> str:
    answers = {
        "vos catégories d’actions": bool(profile.activities),
        "votre tranche de produits hors taxes (dernier BPF)": profile.turnover is not None,
    }
    missing = " et ".join(words for words, given in answers.items() if not given)
    return (
        f"Inconnu : indiquez {missing}."
        if missing
        else "Inconnu : ce texte ne dit pas la durée pour cette tranche de produits."
    )
