"""How long an organisation keeps each kind of proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Retention
from auditblanc.assessments.writes import journal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain.retention import Kept


def decide(organisation: int, months: Mapping[Kept, int], stamp: Stamp) -> None:
    """The lengths, all at once; a kind that is not told is kept without limit."""
    with writing():
        rules = Retention.objects.filter(organisation=organisation)
        before = dict(rules.values_list("kind", "months"))
        after = {kind.value: length for kind, length in months.items()}
        if before == after:
            return
        rules.delete()
        Retention.objects.bulk_create(
            Retention(organisation_id=organisation, kind=kind, months=length) for kind, length in after.items()
        )
        told = journal.Change(verb="changed", field="retention", before=before, after=after)
        journal.record(organisation, stamp, [told])
