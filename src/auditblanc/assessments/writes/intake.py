"""A file that was read: kept aside until the person confirms it, then an assessment, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Intake, ReceivedFile
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.become import become
from auditblanc.assessments.writes.create import begin
from auditblanc.assessments.writes.forget_files import forget_files
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
        _keep_as_received(intake, made, stamp)
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
        _keep_as_received(intake, intake.into, stamp)
        intake.delete()


def give_up(intake: Intake) -> None:
    """Nothing of it stays, its content neither."""
    with writing():
        intake.delete()
        if intake.file:
            forget_files(intake.organisation)


def _keep_as_received(intake: Intake, assessment: Assessment, stamp: Stamp) -> None:
    """The file itself, with the assessment that its answers are in; once, however often it comes."""
    if intake.file is None:
        return
    row, is_new = ReceivedFile.objects.get_or_create(
        assessment=assessment,
        file=intake.file,
        defaults={"name": intake.file_name, "received_at": intake.received_at, "received_by_id": intake.received_by_id},
    )
    if is_new:
        told = journal.Change(
            verb="received",
            assessment=assessment.key,
            field="file",
            after={"name": row.name, "sha256": row.file.sha256},
        )
        journal.record(assessment.organisation_id, replace(stamp, request_id=""), [told])
