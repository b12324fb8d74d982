"""The rules that an edition carries as data: what a gap becomes, the cycle, the length of an audit, the pieces to hand in.

Months, days and sums are those of the order of 6 June 2019; each table tells its certainty and sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import TurnoverBand


class Certainty(StrEnum):
    """How sure a fact is."""

    CONFIRMED = "confirmed"
    ONE_SOURCE = "one_source"
    CONFLICT = "conflict"
    INFERENCE = "inference"
    NOT_FOUND = "not_found"

    @property
    def label(self) -> str:
        return {
            "confirmed": "confirmé par au moins deux sources indépendantes",
            "one_source": "une seule source",
            "conflict": "sources en désaccord",
            "inference": "lecture d’Auditblanc",
            "not_found": "cherché, non trouvé",
        }[self.value]


class Severity(StrEnum):
    """What a gap could be called in one scenario. ``NOT_STATED``: nothing can be said, the indicator is not rated."""

    NONE = "none"
    MINOR = "minor"
    MAJOR = "major"
    NOT_STATED = "not_stated"

    @property
    def rank(self) -> int:
        """Gravity from 0 (none, or not stated) to 2 (major)."""
        return {"none": 0, "not_stated": 0, "minor": 1, "major": 2}[self.value]

    @property
    def label(self) -> str:
        return {"none": "aucun écart", "minor": "mineure", "major": "majeure", "not_stated": "non évalué"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What one level could lead to: best, plausible and worst scenario."""

    best: Severity
    plausible: Severity
    worst: Severity

    def __post_init__(self) -> None:
        if Severity.NOT_STATED in (self.best, self.worst) or list(self._ranks) != sorted(self._ranks):
            raise ValueError(
                "Le pire cas doit être au moins aussi grave que le plausible, lui-même au moins autant que le meilleur."
            )

    @property
    def _ranks(self) -> tuple[int, ...]:
        """Of what is stated, best first."""
        stated = (self.best, self.plausible, self.worst)
        return tuple(severity.rank for severity in stated if severity is not Severity.NOT_STATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeByLevel:
    ready: Range
    partial: Range
    missing: Range
    unrated: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRules:
    """From level to gravity, for indicators where a minor gap is possible (``gradable``) and for the others."""

    gradable: RangeByLevel
    major_only: RangeByLevel
    minors_equal_to_a_major: int
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Months left to deal with a gap, from the day it is notified."""

    minor_months: int
    major_months: int
    major_check_months: int
    minor_rule: str
    major_rule: str
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastValidity:
    """How long a certificate held that was obtained before a day."""

    decided_before: date
    validity_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleRules:
    """The life of a certificate, in months from the decision. ``past_validities``: oldest first."""

    validity_months: int
    surveillance_from_month: int
    surveillance_to_month: int
    renewal_lead_months: tuple[int, ...]
    contact_lead_months: int
    certainty: Certainty
    sources: tuple[str, ...]
    past_validities: tuple[PastValidity, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthBand:
    """Days of an initial audit for one band of turnover: base, then what each category and apprenticeship add."""

    turnover: TurnoverBand
    base: float
    per_category: float
    apprenticeship: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthRules:
    """Length of an initial or renewal audit, in days. ``counted_categories`` are those that ``per_category`` counts."""

    bands: tuple[LengthBand, ...]
    counted_categories: tuple[Category, ...]
    per_sampled_site: float
    new_entrant_surveillance_extra: float
    certainty: Certainty
    sources: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSampleRules:
    """Sites seen besides the central function: ``round(factor × √n)``."""

    initial_factor: float
    surveillance_factor: float
    certainty: Certainty
    sources: tuple[str, ...]
    surveillance_certainty: Certainty = Certainty.CONFIRMED
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece that the certifier asks for before an audit.

    ``answered_by`` names the answers of the profile that stand for it, dotted (``provider.siren``), or a document
    (``documents.sworn_statement``); all of them must be given.
    """

    key: str
    label: str
    answered_by: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRules:
    pieces: tuple[Piece, ...]
    certainty: Certainty
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    forecast: ForecastRules
    deadlines: Deadlines
    cycle: CycleRules
    length: LengthRules
    sites: SiteSampleRules
    pieces: PieceRules
