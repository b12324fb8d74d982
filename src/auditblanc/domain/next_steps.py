"""« Vos 15 prochaines minutes »: the indicators where the next moments are best spent, each with its reason.

The order is that of :class:`Why`, then within one reason:

- to look at again, new, not rated: the gravest worst case first;
- a gap to close: the shortest effort first, then the gravest plausible and worst case;
- and in the end the order of the indicators.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.effort import Effort
from auditblanc.domain.fixes import Fix, fix
from auditblanc.domain.rulebook import Severity
from auditblanc.domain.snapshot import Level, Review

if TYPE_CHECKING:
    from auditblanc.domain.forecast import Forecast
    from auditblanc.domain.forecast_line import Line
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

LIMIT = 5


class Why(StrEnum):
    """Why an indicator comes next, the most useful first."""

    LOOK_AGAIN = "look_again"
    NEW = "new"
    RATE_MAJOR_ONLY = "rate_major_only"
    CLOSE_GAP = "close_gap"
    RATE = "rate"
    CONFIRM = "confirm"
    NOTE_PROOF = "note_proof"
    DATE_PROOF = "date_proof"
    START_LONG_GAP = "start_long_gap"


_SENTENCES = {
    Why.LOOK_AGAIN: "Le texte a changé depuis votre réponse : relisez-la.",
    Why.NEW: "Cet indicateur est nouveau pour vous : évaluez-le.",
    Why.RATE_MAJOR_ONLY: "Pas encore évalué, et un écart ne pourrait y être que majeur.",
    Why.CLOSE_GAP: "{gap}",
    Why.RATE: "Pas encore évalué.",
    Why.CONFIRM: "Pas encore évalué, et il reste à confirmer qu’il vous concerne.",
    Why.NOTE_PROOF: "Évalué prêt sans aucune preuve : notez au moins ce que vous montrerez.",
    Why.DATE_PROOF: "Évalué prêt, mais aucune preuve n’est datée : donnez la date d’un contenu.",
    Why.START_LONG_GAP: "{gap} Commencez par noter ce qui existe déjà.",
}
_GRAVITY = {Severity.MINOR: "écart mineur plausible", Severity.MAJOR: "écart majeur plausible"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One indicator to open next, and why, as one French sentence."""

    indicator: int
    title: str
    why: Why
    sentence: str


def next_steps(edition: Edition, snapshot: Snapshot, forecast: Forecast, *, limit: int = LIMIT) -> tuple[Step, ...]:
    """The next most useful indicators, at most ``limit`` of them, each once.

    One that does not apply, or that counts for nothing by the default of a dispute, asks for nothing.
    """
    fixes = [fix(edition, snapshot, line) for line in forecast.lines if line.counts is not False]
    found = [(why, each) for each in fixes if (why := _why(snapshot, each))]
    return tuple(_step(why, each) for why, each in sorted(found, key=_order)[:limit])


def _step(why: Why, found: Fix) -> Step:
    return Step(
        indicator=found.line.indicator,
        title=found.line.title,
        why=why,
        sentence=_SENTENCES[why].format(gap=_gap(found)),
    )


def _order(step: tuple[Why, Fix]) -> tuple[int, ...]:
    why, found = step
    reached = found.line.range
    urgency = (0, -reached.worst.rank, 0)
    if why in (Why.CLOSE_GAP, Why.START_LONG_GAP):
        urgency = (tuple(Effort).index(found.effort), -reached.plausible.rank, -reached.worst.rank)
    return tuple(Why).index(why), *urgency, found.line.indicator


def _why(snapshot: Snapshot, found: Fix) -> Why | None:
    line = found.line
    review = snapshot.rating(line.indicator).review
    if review in (Review.LOOK_AGAIN, Review.NEW):
        return Why(review.value)
    if line.level is None:
        return _unrated(line)
    if line.level is Level.READY:
        return _unproved(snapshot, line.indicator)
    return Why.START_LONG_GAP if found.effort is Effort.DAY else Why.CLOSE_GAP


def _unrated(line: Line) -> Why:
    if line.counts is None:
        return Why.CONFIRM
    return Why.RATE if line.minor_possible else Why.RATE_MAJOR_ONLY


def _unproved(snapshot: Snapshot, indicator: int) -> Why | None:
    proofs = snapshot.evidence_of(indicator)
    if not proofs:
        return Why.NOTE_PROOF
    return None if any(item.content_date for item in proofs) else Why.DATE_PROOF


def _gap(found: Fix) -> str:
    """« Niveau partiel, à combler en 15 minutes selon vous : écart majeur plausible. »"""
    line = found.line
    level = line.level.label.lower() if line.level else "non évalué"
    by = "selon Auditblanc" if found.is_suggested else "selon vous"
    told = _GRAVITY.get(line.range.plausible, "écart possible")
    return f"Niveau {level}, à combler en {found.effort.label} {by} : {told}."
