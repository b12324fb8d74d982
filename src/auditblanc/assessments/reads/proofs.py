"""The proofs of one indicator, with the keys and versions that a change starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments import models
from auditblanc.assessments.reads import register
from auditblanc.domain.evidence import Evidence

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    key: str
    version: int
    evidence: Evidence


def proofs(assessment: Assessment, indicator: int) -> tuple[Proof, ...]:
    """In the order in which they were noted, in four queries."""
    found = models.Evidence.objects.filter(
        organisation=assessment.organisation_id, removed_at=None, links__indicator=indicator
    )
    return tuple(Proof(key=row.key, version=row.version, evidence=each) for row, each in register.with_rows(found))
