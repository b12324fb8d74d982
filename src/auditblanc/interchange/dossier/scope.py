"""Which proofs a dossier holds, and what was left out, told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """``criteria``: their numbers; ``None``: all. Health data are out unless they are asked for."""

    criteria: tuple[int, ...] | None = None
    states: frozenset[EvidenceState] = frozenset({EvidenceState.READY})
    personal_data: bool = True
    health_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The proofs of a dossier, in the order of the register, and why others are not there."""

    evidence: tuple[Evidence, ...]
    other_states: int = 0
    personal: int = 0
    health: int = 0

    @property
    def left_out(self) -> tuple[str, ...]:
        """One French sentence a reason."""
        told = (
            (self.other_states, "n’est pas dans un état choisi", "ne sont pas dans un état choisi"),
            (self.health, "contient des données de santé", "contiennent des données de santé"),
            (self.personal, "contient des données personnelles", "contiennent des données personnelles"),
        )
        return tuple(
            f"{counted(count, 'preuve laissée de côté', 'preuves laissées de côté')} : {many if count > 1 else one}."
            for count, one, many in told
            if count
        )


def chosen(edition: Edition, snapshot: Snapshot, scope: Scope) -> Chosen:
    """The proofs of an assessment that the scope lets in, cut to the indicators of its criteria."""
    within = tuple(_within(edition, snapshot, scope))
    ready = [item for item in within if item.state in scope.states]
    sound = [item for item in ready if scope.health_data or not item.has_health_data]
    kept = [item for item in sound if scope.personal_data or not item.has_personal_data]
    return Chosen(
        evidence=tuple(kept),
        other_states=len(within) - len(ready),
        health=len(ready) - len(sound),
        personal=len(sound) - len(kept),
    )


def indicators(edition: Edition, scope: Scope) -> tuple[int, ...]:
    """The indicators of the criteria chosen, in the order of the edition."""
    wanted = scope.criteria
    return tuple(each.number for each in edition.indicators if wanted is None or each.criterion in wanted)


def _within(edition: Edition, snapshot: Snapshot, scope: Scope) -> Iterator[Evidence]:
    numbers = set(indicators(edition, scope))
    return (item for item in snapshot.evidence if numbers.intersection(item.indicators))
