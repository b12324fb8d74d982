"""What a file holds of an organisation beside its ratings, put with what the organisation has: proofs, gaps, actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.assessments.reads import plan
from auditblanc.assessments.writes import actions, evidence, findings

if TYPE_CHECKING:
    from auditblanc.domain.action import Action
    from auditblanc.domain.finding import AuditFinding
    from auditblanc.domain.snapshot import Snapshot


def take_over(organisation: int, snapshot: Snapshot) -> None:
    """Within the transaction of who tells the journal. What says the same as what is there is not put twice.

    Keys of the file name nothing here: what cites one is made to cite the row that it became.
    """
    if snapshot.evidence:
        evidence.put(organisation, snapshot.evidence)
    # One question for most files: they hold neither.
    if not (snapshot.actions or snapshot.findings):
        return
    names = _new_names(organisation, snapshot)
    raised = _findings(organisation, snapshot.findings, names)
    _plan(organisation, snapshot.actions, names | raised)


def _new_names(organisation: int, snapshot: Snapshot) -> dict[str, str]:
    """The key that each proof of the file has here, by its key in the file."""
    keyed = [item for item in snapshot.evidence if item.key]
    here = evidence.keys_of(organisation, keyed)
    return {item.key: key for item, key in zip(keyed, here, strict=True) if key}


def _findings(organisation: int, items: tuple[AuditFinding, ...], names: dict[str, str]) -> dict[str, str]:
    """Put those that are new; the key that each has here, by its key in the file."""
    told = [replace(item, evidence=tuple(names[key] for key in item.evidence if key in names)) for item in items]
    known = plan.findings(organisation)
    new = [item for item in told if item not in known]
    made = dict(zip(map(id, new), (row.key for row in findings.put(organisation, new)), strict=True))
    here = (made.get(id(item)) or next(each.key for each in known if each == item) for item in told)
    return {item.key: key for item, key in zip(items, here, strict=True) if item.key}


def _plan(organisation: int, items: tuple[Action, ...], names: dict[str, str]) -> None:
    known = plan.actions(organisation)
    told = [
        replace(item, finding=names.get(item.finding, ""), closing_evidence=names.get(item.closing_evidence, ""))
        for item in items
    ]
    actions.put(organisation, [item for item in told if item not in known])
