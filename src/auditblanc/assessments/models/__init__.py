"""The tables of what. Rules are not here: they start from the snapshot that ``reads`` builds."""

from __future__ import annotations

from auditblanc.assessments.models.assessment import Assessment
from auditblanc.assessments.models.event import Event, EventValue
from auditblanc.assessments.models.evidence import Evidence, EvidenceIndicator
from auditblanc.assessments.models.frozen_copy import FrozenCopy
from auditblanc.assessments.models.intake import Intake
from auditblanc.assessments.models.rating import CategoryLevel, Rating

__all__ = [
    "Assessment",
    "CategoryLevel",
    "Event",
    "EventValue",
    "Evidence",
    "EvidenceIndicator",
    "FrozenCopy",
    "Intake",
    "Rating",
]
