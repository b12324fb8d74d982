"""How long proofs are kept: what the organisation decided, kind by kind. No length of law is proposed here: none is in our sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french, months_after
from auditblanc.domain.evidence import DossierKind, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Kept(StrEnum):
    """Kinds of proofs for keeping, the most protected first: a proof is of the first that fits."""

    HEALTH = "health"
    LEARNER = "learner"
    TRAINER = "trainer"
    SESSION = "session"
    PERSONAL = "personal"
    OTHER = "other"

    @property
    def label(self) -> str:
        return {
            "health": "Données de santé",
            "learner": "Dossiers de bénéficiaires",
            "trainer": "Dossiers de formateurs",
            "session": "Dossiers de sessions",
            "personal": "Autres données personnelles",
            "other": "Autres preuves",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """A proof that is past the length decided for its kind, and since when, as one French sentence."""

    proof: Evidence
    kind: Kept
    since: date

    @property
    def sentence(self) -> str:
        return f"{self.kind.label} : à garder jusqu’au {in_french(self.since)} d’après votre règle."


def kind_of(proof: Evidence) -> Kept:
    kinds = {each.kind for each in proof.dossiers}
    if proof.has_health_data:
        return Kept.HEALTH
    for kind, kept in (
        (DossierKind.LEARNER, Kept.LEARNER),
        (DossierKind.TRAINER, Kept.TRAINER),
        (DossierKind.SESSION, Kept.SESSION),
    ):
        if kind in kinds:
            return kept
    return Kept.PERSONAL if proof.has_personal_data else Kept.OTHER


def expired(evidence: Iterable[Evidence], months: Mapping[Kept, int], today: date) -> tuple[Expired, ...]:
    """The proofs past their length, the longest past first. Counted from the end of the period, else the content's day.

    ``months``: the length of each kind that has one; a proof without a date is never past it.
    """
    found = []
    for proof in evidence:
        kind, dated = kind_of(proof), proof.covers_to or proof.content_date
        if dated and kind in months and (until := months_after(dated, months[kind])) < today:
            found.append(Expired(proof=proof, kind=kind, since=until))
    return tuple(sorted(found, key=lambda each: (each.since, each.proof.title)))
