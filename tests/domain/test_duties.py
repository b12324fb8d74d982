"""The library of duties: each stands on indicators that there are, and enters the plan once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from auditblanc.domain.action import Action, ActionState, Origin
from auditblanc.domain.catalogue import load
from auditblanc.domain.duties import proposed_duties, usual_duties

TODAY = date(2026, 11, 26)


def test_each_duty_is_said_once_and_stands_on_indicators_of_the_text():
    every = usual_duties()
    numbers = load().edition("2026-v9").numbers

    assert len({each.what for each in every}) == len(every) == 16
    assert all(set(each.indicators) <= set(numbers) and each.fresh for each in every)


def test_those_of_indicators_that_do_not_apply_are_not_proposed():
    assert [each.indicators for each in proposed_duties({2, 30}, ())] == [(2,), (30,), ()]


def test_what_is_in_the_plan_is_not_proposed_again_until_it_is_dropped():
    duty = usual_duties()[0]
    planned = duty.planned(TODAY, "Paul")
    dropped = replace(planned, state=ActionState.DROPPED)

    assert duty not in proposed_duties({1}, [planned])
    assert duty in proposed_duties({1}, [dropped])


def test_the_first_time_is_due_after_one_rhythm():
    assert usual_duties()[0].planned(TODAY, "Paul") == Action(
        what="Relire les informations publiques : site, catalogue, tarifs, délais d’accès",
        indicators=(1,),
        origin=Origin.DUTY,
        owner="Paul",
        due=date(2027, 5, 26),
        every_months=6,
    )
