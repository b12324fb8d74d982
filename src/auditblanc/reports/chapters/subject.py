"""What every chapter starts from: the assessment, and what the rules say of it, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import Applicability, applicabilities
from auditblanc.domain.progress import Progress, progress
from auditblanc.domain.referential import Edition
from auditblanc.domain.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    snapshot: Snapshot
    edition: Edition
    today: date
    found: tuple[Applicability, ...]
    progress: Progress

    @property
    def organisation(self) -> str:
        """Whose report it is: the provider's name, else that of the assessment."""
        return self.snapshot.profile.provider.name or self.snapshot.title or "Organisme non nommé"

    def numbered(self, number: int) -> str:
        """« 12. Engagement, prévention des ruptures »."""
        return f"{number}. {self.edition.indicator(number).title}"

    def cited(self, keys: Iterable[str]) -> str:
        """The labels of some sources, each once."""
        return " ; ".join(dict.fromkeys(self.edition.source(key).label for key in keys))


def subject(snapshot: Snapshot, edition: Edition, *, today: date) -> Subject:
    found = applicabilities(edition, snapshot)
    return Subject(
        snapshot=snapshot, edition=edition, today=today, found=found, progress=progress(edition, snapshot, found)
    )
