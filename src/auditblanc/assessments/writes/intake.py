"""A file that was read: kept aside until the person confirms it, then an assessment, or nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Intake
from auditblanc.assessments.writes.become import become
from auditblanc.assessments.writes.create import begin
from auditblanc.interchange import json_format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.problems import Reading

KEPT = timedelta(days=7)
_NAME_LIMIT = 255


def receive(
    organisation: Organisation, *, file_name: str, reading: Reading, stamp: Stamp, into: Assessment | None = None
) -> Intake:
    """Put aside what was read; ``into`` is the assessment that it comes back to.

    What nobody confirmed within a week goes, everybody's.
    """
    document = json_format.write_reading(reading).decode()
    with writing():
        Intake.objects.filter(received_at__lt=stamp.at - KEPT).delete()
        return Intake.objects.create(
            organisation=organisation,
            into=into,
            file_name=file_name[-_NAME_LIMIT:],
            document=document,
            received_at=stamp.at,
            received_by=stamp.by,
        )


def accept(intake: Intake, *, snapshot: Snapshot, numbers: Iterable[int], stamp: Stamp) -> Assessment:
    """The assessment of what the person confirmed; the file is no longer kept aside."""
    with writing():
        made = begin(intake.organisation, snapshot=snapshot, numbers=numbers, stamp=stamp)
        intake.delete()
    return made


def take_back(intake: Intake, *, before: Snapshot, after: Snapshot, stamp: Stamp) -> None:
    """The assessment that the file comes back to becomes what the person chose; the file is no longer kept aside.

    Raises:
        ChangedMeanwhileError: the assessment is not ``before`` any more; nothing was written.
    """
    if intake.into is None:
        raise ValueError(intake.key)
    with writing():
        become(intake.into, before=before, after=after, stamp=stamp)
        intake.delete()


def give_up(intake: Intake) -> None:
    with writing():
        intake.delete()
