"""First fixes: what to mend in a quarter of an hour, an hour or a day, and what it would lift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.effort import Effort
from auditblanc.domain.forecast_line import Line
from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from auditblanc.domain.forecast import Forecast
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

LIMIT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A possible gap and how long mending it takes; ``is_suggested``: lecture d’Auditblanc, the person gave no estimate."""

    line: Line
    effort: Effort
    is_suggested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstFixes:
    """The fixes of one effort, the gravest first. ``others``: the possible gaps that are not among them."""

    effort: Effort
    fixes: tuple[Fix, ...]
    others: int

    @property
    def sentence(self) -> str:
        """What always follows the list, so that nobody takes it for the whole."""
        if not self.others:
            return f"Aucun {'autre ' if self.fixes else ''}écart à traiter, d’après vos réponses."
        if self.others == 1:
            return f"L’{'autre ' if self.fixes else ''}écart reste à traiter."
        return f"Les {self.others} {'autres ' if self.fixes else ''}écarts restent à traiter."


def first_fixes(
    edition: Edition, snapshot: Snapshot, forecast: Forecast, *, limit: int = LIMIT
) -> tuple[FirstFixes, ...]:
    """The first fixes for each effort, at most ``limit`` of them. An indicator not rated is not a gap to mend."""
    fixes = sorted((fix(edition, snapshot, line) for line in forecast.possible_gaps), key=_gravest_first)
    return tuple(_of_effort(effort, fixes, limit) for effort in Effort)


def _of_effort(effort: Effort, fixes: list[Fix], limit: int) -> FirstFixes:
    first = tuple(each for each in fixes if each.effort is effort)[:limit]
    return FirstFixes(effort=effort, fixes=first, others=len(fixes) - len(first))


def fix(edition: Edition, snapshot: Snapshot, line: Line) -> Fix:
    """How long mending a possible gap takes: by the person's own estimate, else by the edition's."""
    own = snapshot.rating(line.indicator).effort
    suggested = edition.indicator(line.indicator).effort
    return Fix(
        line=line,
        effort=own or (suggested.missing if line.level is Level.MISSING else suggested.partial),
        is_suggested=own is None,
    )


def _gravest_first(found: Fix) -> tuple[int, int, int]:
    reached = found.line.range
    return -reached.plausible.rank, -reached.worst.rank, found.line.indicator
