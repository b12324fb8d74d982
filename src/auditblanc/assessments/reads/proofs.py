"""The proofs of one indicator, with the keys and versions that a change starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments import models
from auditblanc.assessments.reads import register
from auditblanc.domain.evidence import Evidence

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    key: str
    version: int
    evidence: Evidence


def bare(assessment: Assessment, indicator: int) -> tuple[Evidence, ...]:
    """The same proofs without their dossiers and files, in two queries."""
    return register.frozen(_of(assessment, indicator), pieces=False)


def proofs(assessment: Assessment, indicator: int) -> tuple[Proof, ...]:
    """In the order in which they were noted, in four queries."""
    found = _of(assessment, indicator)
    return tuple(Proof(key=row.key, version=row.version, evidence=each) for row, each in register.with_rows(found))


def _of(assessment: Assessment, indicator: int) -> QuerySet[models.Evidence]:
    return models.Evidence.objects.filter(
        organisation=assessment.organisation_id, removed_at=None, links__indicator=indicator
    )
