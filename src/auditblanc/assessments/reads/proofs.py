"""The proofs of one indicator, with the keys and versions that a change starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments import models
from auditblanc.assessments.reads import register
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.evidence_checks import only_dossier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    key: str
    version: int
    evidence: Evidence


def bare(assessment: Assessment, indicator: int) -> tuple[Evidence, ...]:
    """Their titles and states alone, in one query."""
    return tuple(
        Evidence(title=title, state=EvidenceState(state), indicators=(indicator,))
        for title, state in _of(assessment, indicator).values_list("title", "state")
    )


def proofs(assessment: Assessment, indicator: int) -> tuple[Proof, ...]:
    """In the order in which they were noted, in four queries."""
    found = _of(assessment, indicator)
    return tuple(Proof(key=row.key, version=row.version, evidence=each) for row, each in register.with_rows(found))


def sampled(assessment: Assessment, proofs: Iterable[Evidence]) -> bool:
    """Whether these all come from one dossier where the organisation has several; one query where it may be so."""
    if not only_dossier(proofs):
        return False
    held = models.EvidenceDossier.objects.filter(
        evidence__organisation=assessment.organisation_id, evidence__removed_at=None
    )
    return held.values("dossier").distinct().count() > 1


def _of(assessment: Assessment, indicator: int) -> QuerySet[models.Evidence]:
    return models.Evidence.objects.filter(
        organisation=assessment.organisation_id, removed_at=None, links__indicator=indicator
    )
