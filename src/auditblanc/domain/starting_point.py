"""What one assessment lends to others as a place to start from: its texts and its open actions, never a level.

A level is a person's own judgement; whoever starts from somebody else's words still has to make theirs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.action import Action
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.snapshot import Rating, Snapshot

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition


def lent(snapshot: Snapshot, *, with_actions: bool = True) -> Snapshot:
    """Of an assessment, only what may be lent: no level, no decision, no name, no date, nothing of who the provider is."""
    texts = (
        Rating(indicator=each.indicator, presentation=each.presentation)
        for each in snapshot.ratings
        if each.presentation
    )
    open_ones = [each for each in snapshot.actions if each.state.is_open] if with_actions else []
    return Snapshot(
        edition=snapshot.edition,
        title=snapshot.title,
        ratings=tuple(texts),
        actions=tuple(dict.fromkeys(_as_planned(each) for each in open_ones)),
    )


def laid(template: Snapshot, on: Snapshot, edition: Edition) -> Snapshot:
    """``on`` with the texts of the template in its blank cells, where the indicator may apply; then its actions.

    ``template`` and ``on`` are on ``edition``. What is written already stays as it is.
    """
    not_concerned = {found.indicator for found in applicabilities(edition, on) if found.counts is False}
    texts = {each.indicator: each.presentation for each in template.ratings if each.indicator not in not_concerned}
    ratings = {each.indicator: each for each in on.ratings}
    for number, text in texts.items():
        now = ratings.get(number, Rating(indicator=number))
        ratings[number] = now if now.presentation else replace(now, presentation=text)
    planned = {(each.what, each.indicators) for each in on.actions}
    new = tuple(each for each in template.actions if (each.what, each.indicators) not in planned)
    return replace(on, ratings=tuple(ratings[number] for number in sorted(ratings)), actions=(*on.actions, *new))


def _as_planned(action: Action) -> Action:
    """What there is to do, without who does it there, by when, and what it answers to."""
    return Action(
        what=action.what,
        indicators=action.indicators,
        priority=action.priority,
        effort=action.effort,
        every_months=action.every_months,
    )
