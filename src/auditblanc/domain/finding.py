"""A gap of a real audit and the answer to it: cause, plan, proof."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from auditblanc.domain.profile import Finding
from auditblanc.domain.snapshot_error import SnapshotError
from auditblanc.domain.text import require_line, require_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """What the certifier raised (``finding``: indicator, gravity, edition, words, day received), and what is answered.

    ``key`` names it in its organisation, and is no part of what it says. ``audit_day`` is the first day of the audit that raised it.
    ``evidence`` are keys of proofs, each once. ``answered_on``: the answer was sent; ``lifted_on``: the certifier closed it.
    """

    finding: Finding
    key: str = field(default="", compare=False)
    audit_day: date | None = None
    site: str = ""
    cause: str = ""
    plan: str = ""
    evidence: tuple[str, ...] = ()
    answered_on: date | None = None
    lifted_on: date | None = None

    def __post_init__(self) -> None:
        require_line(key=self.key, site=self.site, evidence="".join(self.evidence))
        require_text(cause=self.cause, plan=self.plan)
        if len(set(self.evidence)) != len(self.evidence) or not all(self.evidence):
            raise SnapshotError(f"L’écart de l’indicateur {self.finding.indicator} cite deux fois la même preuve.")

    @property
    def is_open(self) -> bool:
        return self.lifted_on is None
