"""What a provider does, and what its assessment is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads import rows
from auditblanc.assessments.writes import journal
from auditblanc.domain.profile import Profile

if TYPE_CHECKING:
    from auditblanc.assessments.writes.stamp import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileConflict:
    """Somebody else changed the profile first: nothing was written."""

    version: int
    theirs: Profile
    mine: Profile


def change_profile(
    assessment: Assessment, profile: Profile, *, started_from: int, stamp: Stamp
) -> ProfileConflict | None:
    """Write the profile whole. ``None``: it is written, or said the same already."""
    with writing():
        row = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        now = rows.profile(row.profile)
        if now == profile:
            return None
        if row.profile_version != started_from:
            return ProfileConflict(version=row.profile_version, theirs=now, mine=profile)
        row.profile, row.profile_version = rows.profile_column(profile), started_from + 1
        row.updated_at, row.audit_day = stamp.at, profile.audit.first_day
        row.save(update_fields=["profile", "profile_version", "updated_at", "audit_day"])
        told = journal.Change(
            verb="changed",
            assessment=row.key,
            field="profile",
            version=row.profile_version,
            before=now,
            after=profile,
        )
        journal.record(row.organisation_id, stamp, [told])
    return None


def rename(assessment: Assessment, title: str, stamp: Stamp) -> None:
    """What the assessment is called in lists and documents."""
    with writing():
        row = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
        if row.title == title:
            return
        told = journal.Change(verb="changed", assessment=row.key, field="title", before=row.title, after=title)
        row.title, row.updated_at = title, stamp.at
        row.save(update_fields=["title", "updated_at"])
        journal.record(row.organisation_id, stamp, [told])
