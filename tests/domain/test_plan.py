"""The order of the plan, what is late, what comes back."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.action import Action, ActionState, Priority
from auditblanc.domain.plan import in_order, is_overdue, is_to_check, next_time

TODAY = date(2026, 11, 26)
DONE = {"state": ActionState.DONE}


@pytest.mark.parametrize(
    ("said", "late"),
    [
        ({"due": date(2026, 11, 25)}, True),
        ({"due": TODAY}, False),
        ({}, False),
        ({"due": date(2026, 1, 1), "state": ActionState.DROPPED}, False),
        ({"due": date(2026, 1, 1), "done_on": TODAY, **DONE}, False),
    ],
)
def test_late_is_something_left_to_do_after_its_day(said, late):
    assert is_overdue(Action(what="x", **said), TODAY) is late


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"done_on": TODAY, "check_on": TODAY, **DONE}, True),
        ({"done_on": TODAY, "check_on": date(2026, 11, 27), **DONE}, False),
        ({"done_on": TODAY, "check_on": TODAY, "is_effective": False, **DONE}, False),
        ({"check_on": TODAY}, False),
    ],
)
def test_its_effect_is_looked_at_once_it_is_done_and_the_day_has_come(said, wanted):
    assert is_to_check(Action(what="x", **said), TODAY) is wanted


def test_the_first_day_comes_first_then_those_without_one_then_what_is_done():
    plan = (
        Action(what="sans date"),
        Action(what="faite avant", done_on=date(2026, 1, 1), **DONE),
        Action(what="demain, haute", due=date(2026, 11, 27), priority=Priority.HIGH),
        Action(what="faite hier", done_on=date(2026, 11, 25), **DONE),
        Action(what="demain", due=date(2026, 11, 27)),
        Action(what="en retard", due=date(2026, 1, 1), priority=Priority.LOW),
    )

    assert [each.what for each in in_order(plan)] == [
        "en retard",
        "demain, haute",
        "demain",
        "sans date",
        "faite hier",
        "faite avant",
    ]


@pytest.mark.parametrize(
    ("due", "months", "done_on", "again"),
    [
        (date(2026, 11, 20), 12, TODAY, date(2027, 11, 20)),
        (date(2027, 1, 31), 1, TODAY, date(2027, 2, 28)),
        (date(2025, 1, 1), 3, TODAY, date(2027, 2, 26)),
        (None, 6, TODAY, date(2027, 5, 26)),
    ],
)
def test_what_comes_back_counts_from_its_day_and_never_falls_in_the_past(due, months, done_on, again):
    duty = Action(what="Veille", due=due, every_months=months, closing_evidence="k", done_on=done_on, **DONE)

    assert next_time(duty, done_on) == Action(what="Veille", due=again, every_months=months)


def test_what_does_not_come_back_is_over():
    assert next_time(Action(what="x", done_on=TODAY, **DONE), TODAY) is None
