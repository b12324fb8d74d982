"""The tables of what. Rules are not here: they start from the snapshot that ``reads`` builds."""

from __future__ import annotations

from auditblanc.assessments.models.action import Action, ActionIndicator
from auditblanc.assessments.models.assessment import Assessment
from auditblanc.assessments.models.assignment import Assignment
from auditblanc.assessments.models.calendar import CalendarFeed, Digest
from auditblanc.assessments.models.campaign import Campaign, Pushed, Start
from auditblanc.assessments.models.comment import Comment
from auditblanc.assessments.models.event import Event, EventValue
from auditblanc.assessments.models.evidence import Dossier, Evidence, EvidenceDossier, EvidenceIndicator
from auditblanc.assessments.models.finding import Finding, FindingEvidence
from auditblanc.assessments.models.frozen_copy import FrozenCopy
from auditblanc.assessments.models.intake import Intake
from auditblanc.assessments.models.lease import Lease
from auditblanc.assessments.models.mass_intake import MassIntake, Outcome, ReceivedForm
from auditblanc.assessments.models.phrase import Phrase
from auditblanc.assessments.models.piece import Piece, Revision, StoredFile
from auditblanc.assessments.models.rating import CategoryLevel, Rating
from auditblanc.assessments.models.received import ReceivedFile
from auditblanc.assessments.models.retention import Retention

__all__ = [
    "Action",
    "ActionIndicator",
    "Assessment",
    "Assignment",
    "CalendarFeed",
    "Campaign",
    "CategoryLevel",
    "Comment",
    "Digest",
    "Dossier",
    "Event",
    "EventValue",
    "Evidence",
    "EvidenceDossier",
    "EvidenceIndicator",
    "Finding",
    "FindingEvidence",
    "FrozenCopy",
    "Intake",
    "Lease",
    "MassIntake",
    "Outcome",
    "Phrase",
    "Piece",
    "Pushed",
    "Rating",
    "ReceivedFile",
    "ReceivedForm",
    "Retention",
    "Revision",
    "Start",
    "StoredFile",
]
