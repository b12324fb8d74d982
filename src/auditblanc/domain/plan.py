"""The action plan: what is late, in which order one looks at it, and what comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.action import Action, ActionState, Priority
from auditblanc.domain.dates import months_after

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def is_overdue(action: Action, today: date) -> bool:
    """Whether something is left to do after its day."""
    return action.state.is_open and action.due is not None and action.due < today


def is_to_check(action: Action, today: date) -> bool:
    """Whether the day to look at its effect has come, and nobody did."""
    return (
        action.state is ActionState.DONE
        and action.check_on is not None
        and action.check_on <= today
        and action.is_effective is None
    )


def in_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Open ones first: by their day, those without one last; then by priority. Then the others, the last done first."""
    return tuple(sorted(actions, key=_order))


def _order(action: Action) -> tuple[object, ...]:
    priority = tuple(Priority).index(action.priority)
    if action.state.is_open:
        return 0, action.due is None, action.due.toordinal() if action.due else 0, priority
    return 1, False, -action.done_on.toordinal() if action.done_on else 0, priority


def next_time(action: Action, done_on: date) -> Action | None:
    """What a recurring action becomes once done: the same, later, with nothing done yet; ``None`` when it does not come back.

    Counted from its day, else from the day it was done where that is later than the next time.
    """
    if action.every_months is None:
        return None
    due = months_after(action.due or done_on, action.every_months)
    return replace(
        action,
        key="",
        due=due if due > done_on else months_after(done_on, action.every_months),
        state=ActionState.TO_DO,
        done_on=None,
        closing_evidence="",
        check_on=None,
        is_effective=None,
        check_note="",
    )
