"""What is shown to an auditor, in which order: proofs of applicable indicators, and nothing of what one thinks of them.

Left out on purpose: levels of preparation, texts and reasons, points to watch, actions, holders, states, notes of gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.evidence import Dossier, Evidence, EvidenceState
from auditblanc.domain.search import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is shown: ready proofs without health data, unless asked otherwise. ``dossier``: those of one session alone."""

    with_health_data: bool = False
    with_unready: bool = False
    dossier: Dossier | None = None
    words: str = ""

    def lets(self, proof: Evidence) -> bool:
        return (
            (self.with_health_data or not proof.has_health_data)
            and (self.with_unready or proof.state is EvidenceState.READY)
            and (self.dossier is None or self.dossier in proof.dossiers)
            and _holds(proof, plain(self.words).split())
        )


def shown(evidence: Iterable[Evidence], choice: Choice, indicator: int | None = None) -> tuple[Evidence, ...]:
    """The proofs of an indicator, or all: those that can be opened or seen first, then the newest content."""
    found = [each for each in evidence if choice.lets(each) and (indicator is None or indicator in each.indicators)]
    return tuple(sorted(found, key=_order))


def _order(proof: Evidence) -> tuple[bool, int, str]:
    dated = proof.content_date or proof.covers_to or date.min
    return not (proof.pieces or proof.place), -dated.toordinal(), proof.title


def _holds(proof: Evidence, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = plain(" ".join(_texts(proof)))
    return all(word in text for word in wanted)


def _texts(proof: Evidence) -> Iterator[str]:
    yield from (proof.title, proof.shows, proof.place, proof.site)
    yield from (each.name for each in proof.dossiers)
    yield from (piece.current.name for piece in proof.pieces)
