"""Throw an assessment or an organisation away, put it back, and let go for good what was thrown away thirty days ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import (
    Action,
    Assessment,
    Dossier,
    Event,
    Evidence,
    Finding,
    FrozenCopy,
    Intake,
    Piece,
    StoredFile,
)
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.forget_files import forget_files, shown_nowhere
from auditblanc.assessments.writes.intake import KEPT as INTAKE_KEPT
from auditblanc.assessments.writes.latest import mark_latest
from auditblanc.assessments.writes.mass_intake import let_go

if TYPE_CHECKING:
    from auditblanc.assessments.writes.stamp import Stamp

KEPT = timedelta(days=30)


def remove_assessment(row: Assessment, stamp: Stamp) -> None:
    """It leaves every page at once; for thirty days it can be put back. Proofs and actions are the organisation's: they stay."""
    _mark_assessment(row, stamp, stamp.at)


def put_back_assessment(row: Assessment, stamp: Stamp) -> None:
    _mark_assessment(row, stamp, None)


def remove_organisation(row: Organisation, stamp: Stamp) -> None:
    """All that it has leaves every page at once, its secret addresses too; for thirty days it can be put back."""
    _mark_organisation(row, stamp, stamp.at)


def put_back_organisation(row: Organisation, stamp: Stamp) -> None:
    _mark_organisation(row, stamp, None)


def purge(at: datetime) -> int:
    """Let go for good what was thrown away more than thirty days ago, files too; how many things. Nothing brings it back."""
    before = at - KEPT
    with writing():
        gone = Organisation.objects.filter(removed_at__lt=before)
        count = sum(_forget_organisation(each) for each in gone)
        touched: set[int] = set()
        for model in (Action, Finding, Evidence):
            old = model._default_manager.filter(removed_at__lt=before)  # noqa: SLF001 -- the one name of it for any model
            touched.update(old.values_list("organisation", flat=True))
            count += old.count()
            old.delete()
        pieces = Piece.objects.filter(removed_at__lt=before)
        touched.update(pieces.values_list("evidence__organisation", flat=True))
        count += pieces.count()
        pieces.delete()
        count += _forget_assessments(before)
        Intake.objects.filter(received_at__lt=at - INTAKE_KEPT).delete()
        let_go(before)
        touched.update(shown_nowhere().values_list("organisation", flat=True))
        for organisation in Organisation.objects.filter(pk__in=touched):
            forget_files(organisation)
    return count


def _mark_assessment(row: Assessment, stamp: Stamp, removed_at: datetime | None) -> None:
    with writing():
        Assessment.objects.filter(pk=row.pk).update(removed_at=removed_at)
        mark_latest(row.organisation_id)
        told = journal.Change(
            verb="removed" if removed_at else "put back", assessment=row.key, field="assessment", after=row.title
        )
        journal.record(row.organisation_id, stamp, [told])


def _mark_organisation(row: Organisation, stamp: Stamp, removed_at: datetime | None) -> None:
    with writing():
        Organisation.objects.filter(pk=row.pk).update(removed_at=removed_at)
        told = journal.Change(verb="removed" if removed_at else "put back", field="organisation", after=row.name)
        journal.record(row.pk, stamp, [told])


def _forget_assessments(before: datetime) -> int:
    old = Assessment.objects.filter(removed_at__lt=before)
    FrozenCopy.objects.filter(assessment__in=old).delete()
    Intake.objects.filter(into__in=old).delete()
    count = old.count()
    old.delete()
    return count


def _forget_organisation(row: Organisation) -> int:
    """Everything that it has, its journal with it, in the order that rows allow."""
    FrozenCopy.objects.filter(assessment__organisation=row).delete()
    Intake.objects.filter(organisation=row).delete()
    for model in (Action, Finding, Evidence, Dossier, Assessment):
        model._default_manager.filter(organisation=row).delete()  # noqa: SLF001 -- as above
    forget_files(row)
    StoredFile.objects.filter(organisation=row).delete()
    Event.objects.filter(organisation=row).delete()
    row.delete()
    return 1
