"""The profile as answers to questions. Sites and gaps have sheets of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Document
from auditblanc.interchange.spreadsheet import CellValue
from auditblanc.interchange.workbook.questions import (
    PLAIN,
    PROVIDER,
    QUESTIONS,
    Kind,
    activity_key,
    document_key,
    new_entrant_key,
)
from auditblanc.interchange.workbook.words import said

if TYPE_CHECKING:
    from auditblanc.domain.profile import Certificate, LastAudit, Profile
    from auditblanc.domain.snapshot import Snapshot


def answers(snapshot: Snapshot) -> dict[str, CellValue]:
    """What stands in the answer cell of each question, by its key; a question without an answer is not in it."""
    profile = snapshot.profile
    values = {
        "title": snapshot.title,
        **{key: getattr(profile.provider, key) for key in PROVIDER},
        **_activities(profile),
        **{key: getattr(profile, key) for key in PLAIN},
        "audit_kind": profile.audit.kind,
        "audit_first_day": profile.audit.first_day,
        "audit_last_day": profile.audit.last_day,
        **_certificate(profile.certificate),
        **_last_audit(profile.last_audit),
        **{document_key(item): item in profile.documents or None for item in Document},
    }
    shown = {key: _shown(key, value) for key, value in values.items()}
    return {key: value for key, value in shown.items() if value != ""}


def _shown(key: str, value: Any) -> CellValue:
    question = QUESTIONS[key]
    if value is None:
        return ""
    match question.kind:
        case Kind.CHOICE:
            return said(question.options, value)
        case Kind.CATEGORIES:
            return ", ".join(value)
        case Kind.NUMBERS:
            return " ; ".join(map(str, value))
        case _:
            return cast(CellValue, value)


def _activities(profile: Profile) -> dict[str, Any]:
    delivered = {activity.category: activity for activity in profile.activities}
    chosen: dict[str, Any] = {}
    for category in Category:
        # Once some are said, the others are said not to be delivered; before, nothing is known.
        chosen[activity_key(category)] = category in delivered if delivered else None
        chosen[new_entrant_key(category)] = delivered[category].new_entrant if category in delivered else None
    return chosen


def _certificate(certificate: Certificate | None) -> dict[str, Any]:
    if certificate is None:
        return {}
    return {
        "decided_on": certificate.decided_on,
        "certifier": certificate.certifier,
        "certificate_number": certificate.number,
        "expires_on": certificate.expires_on,
        "certificate_categories": certificate.categories,
    }


def _last_audit(last_audit: LastAudit | None) -> dict[str, Any]:
    if last_audit is None:
        return {}
    return {"audited": True, "held_on": last_audit.held_on, "skipped": last_audit.skipped}
