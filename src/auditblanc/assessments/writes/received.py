"""A file with the assessment that its answers are in, to be given back as it came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.assessments.models import ReceivedFile
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment, StoredFile
    from auditblanc.assessments.writes.stamp import Stamp

_NAME = 255


def keep_as_received(assessment: Assessment, file: StoredFile, name: str, *, given: Stamp, stamp: Stamp) -> None:
    """Once, however often it comes. ``given``: who brought it, and when. Within the transaction of what it answers."""
    row, is_new = ReceivedFile.objects.get_or_create(
        assessment=assessment,
        file=file,
        defaults={"name": name[-_NAME:], "received_at": given.at, "received_by_id": given.by.pk},
    )
    if is_new:
        told = journal.Change(
            verb="received",
            assessment=assessment.key,
            field="file",
            after={"name": row.name, "sha256": row.file.sha256},
        )
        journal.record(assessment.organisation_id, replace(stamp, request_id=""), [told])
