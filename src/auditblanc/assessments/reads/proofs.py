"""The proofs noted on one indicator, with the keys that name them in addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments import models
from auditblanc.assessments.reads import rows
from auditblanc.domain.snapshot import Evidence

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    key: str
    evidence: Evidence


def proofs(assessment: Assessment, indicator: int) -> tuple[Proof, ...]:
    """In the order in which they were noted, in two queries."""
    found = models.Evidence.objects.filter(assessment=assessment, links__indicator=indicator)
    return tuple(Proof(key=row.key, evidence=rows.evidence(row)) for row in found.prefetch_related("links"))
