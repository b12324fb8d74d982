"""A file that was read: kept aside until the person confirms it, then an assessment, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Intake
from auditblanc.assessments.writes.become import become
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.forget_files import forget_files
from auditblanc.assessments.writes.received import keep_as_received
from auditblanc.assessments.writes.stored import stored
from auditblanc.interchange import json_format

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.accounts.models import Organisation
    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.storage import Content
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.problems import Reading

KEPT = timedelta(days=7)
_NAME_LIMIT = 255


def receive(
    organisation: Organisation,
    *,
    file_name: str,
    reading: Reading,
    stamp: Stamp,
    into: Assessment | None = None,
    content: Content | None = None,
) -> Intake:
    """Put aside what was read; ``into`` is the assessment that it comes back to.

    ``content``: that of the file, where it is to be given back as it came; kept already (``storage.keep``).
    What nobody confirmed within a week goes, everybody's.

    Raises:
        SavingError: the content was forgotten meanwhile.
    """
    document = json_format.write_reading(reading).decode()
    with writing():
        Intake.objects.filter(received_at__lt=stamp.at - KEPT).delete()
        return Intake.objects.create(
            organisation=organisation,
            into=into,
            file=stored(organisation, content, stamp) if content else None,
            file_name=file_name[-_NAME_LIMIT:],
            document=document,
            received_at=stamp.at,
            received_by=stamp.by,
        )


def accept(intake: Intake, *, snapshot: Snapshot, numbers: Iterable[int], stamp: Stamp) -> Assessment:
    """The assessment of what the person confirmed; the file is no longer kept aside."""
    with writing():
        made = begin(intake.organisation, snapshot=snapshot, numbers=numbers, stamp=stamp)
        _keep(intake, made, stamp)
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
        _keep(intake, intake.into, stamp)
        intake.delete()


def give_up(intake: Intake) -> None:
    """Nothing of it stays, its content neither."""
    with writing():
        intake.delete()
        if intake.file:
            forget_files(intake.organisation)


def _keep(intake: Intake, assessment: Assessment, stamp: Stamp) -> None:
    if intake.file:
        given = replace(stamp, by=intake.received_by, at=intake.received_at)
        keep_as_received(assessment, intake.file, intake.file_name, given=given, stamp=stamp)
