"""From the journal: put a proof, an action or a gap back to what it was before a change, thrown away since or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditblanc.accounts.writing import writing
from auditblanc.assessments import models
from auditblanc.assessments.reads.history import ErasedError
from auditblanc.assessments.writes import actions, evidence, findings, journal
from auditblanc.domain.action import Action
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.finding import AuditFinding
from auditblanc.interchange import json_table

if TYPE_CHECKING:
    from auditblanc.assessments.models import Event
    from auditblanc.assessments.writes.stamp import Stamp

# Of each kind of row: its table, its value, and the writes that change it.
_KINDS: dict[str, tuple[Any, Any, Any]] = {
    "evidence": (models.Evidence, Evidence, evidence),
    "action": (models.Action, Action, actions),
    "finding": (models.Finding, AuditFinding, findings),
}


class GoneError(Exception):
    """The row is no longer there: it was thrown away for good."""


def restore_row(event: Event, stamp: Stamp) -> None:
    """It is a change like any other, with its own event; files stay as they are.

    Raises:
        GoneError: the row is no longer there.
        ErasedError: what it was has been erased from the journal.
    """
    if event.value.erased_at is not None:
        raise ErasedError
    table, kind, writes = _KINDS[event.field]
    past = json_table.built(kind, json_table.table(event.value.before.encode()))
    with writing():
        # Held until the end: nobody changes it between the version that is read and the one that is written.
        row = table.objects.select_for_update().filter(organisation=event.organisation_id, key=past.key).first()
        if row is None:
            raise GoneError
        if row.removed_at is not None:
            table.objects.filter(pk=row.pk).update(removed_at=None)
            told = journal.Change(verb="put back", indicator=event.indicator, field=event.field, after=writes.one(row))
            journal.record(event.organisation_id, stamp, [told])
        writes.change(row, past, stamp, seen=row.version)
