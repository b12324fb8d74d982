"""What a data folder holds after a site was killed, told as JSON by a process of its own: Django is set up for that folder.

`python -m tests.web.local.held`, with the folder in the environment.
"""

from __future__ import annotations

import hashlib
import json
import sys
from typing import Any

from auditblanc.web.local.prepare import set_up


def content_of(revision: Any) -> str:
    """The hash of what is kept; empty where nothing is."""
    from auditblanc.assessments.storage import opened  # noqa: PLC0415 -- after the settings

    try:
        with opened(revision.file.organisation.key, revision.file.sha256) as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def held() -> dict[str, Any]:
    """Whether the file is whole, the first fault of any chain of events, the levels told twice, every answer ever saved,
    every file of a proof with the hash that it should have and the one that its content has.
    """
    set_up()
    from django.db import connection  # noqa: PLC0415 -- after the settings

    from auditblanc.accounts.models import Organisation  # noqa: PLC0415
    from auditblanc.assessments.models import Assessment, Event, Rating, Revision  # noqa: PLC0415
    from auditblanc.assessments.reads import rows  # noqa: PLC0415
    from auditblanc.assessments.reads.integrity import examine  # noqa: PLC0415
    from auditblanc.assessments.reads.journal import first_fault  # noqa: PLC0415
    from auditblanc.assessments.reads.kept_files import orphans  # noqa: PLC0415
    from auditblanc.assessments.reads.level_string import level_string  # noqa: PLC0415

    integrity = "ok"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            integrity = cursor.execute("PRAGMA integrity_check").fetchone()[0]
    answers = Event.objects.filter(verb="answered").select_related("value").order_by("number")
    return {
        "integrity": integrity,
        "faults": [fault for each in Organisation.objects.all() if (fault := first_fault(each))],
        "levels": [[row.levels, level_string(map(rows.rating, row.ratings.all()))] for row in Assessment.objects.all()],
        "ratings": [
            [str(row.assessment.key), row.indicator, field, getattr(row, f"{field}_version"), getattr(row, field)]
            for row in Rating.objects.select_related("assessment")
            for field in ("level", "presentation")
        ],
        "files": [
            [each.piece.evidence.title, each.name, each.file.sha256, content_of(each)]
            for each in Revision.objects.select_related("piece__evidence", "file__organisation")
        ],
        "orphans": len(orphans()),
        "damaged": examine().faults,
        "events": [
            [each.assessment, each.indicator, each.field, each.version, json.loads(each.value.after)[each.field]]
            for each in answers
        ],
    }


if __name__ == "__main__":
    json.dump(held(), sys.stdout)
