"""A copy of an assessment as it is now, that nothing changes any more."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import FrozenCopy
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes import journal
from auditblanc.interchange import json_format

if TYPE_CHECKING:
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp


def freeze(assessment: Assessment, name: str, stamp: Stamp) -> FrozenCopy:
    """Keep the assessment as it is, under a name. The journal holds the fingerprint of the copy."""
    with writing():
        document = json_format.write(snapshot(assessment)).decode()
        made = FrozenCopy.objects.create(
            assessment=assessment,
            name=name,
            made_at=stamp.at,
            made_by=stamp.by,
            fingerprint=hashlib.sha256(document.encode()).hexdigest(),
            document=document,
        )
        told = journal.Change(verb="froze", assessment=assessment.key, field="copy", after=[name, made.fingerprint])
        journal.record(assessment.organisation_id, stamp, [told])
    return made
