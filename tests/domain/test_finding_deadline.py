"""By when a gap is dealt with, and where one is with it."""

from __future__ import annotations

from datetime import date

import pytest

from auditblanc.domain.catalogue import load
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.finding_deadline import due_on, minors_as_major, standing
from auditblanc.domain.profile import Finding

RULES = load().edition("2026-v9").rules.deadlines
AUDIT = date(2026, 9, 18)
TODAY = date(2026, 11, 26)


def gap(gravity=Gravity.MINOR, indicator=2, **said):
    return AuditFinding(finding=Finding(indicator=indicator, gravity=gravity), **{"audit_day": AUDIT, **said})


@pytest.mark.parametrize(("gravity", "day"), [(Gravity.MINOR, date(2027, 3, 18)), (Gravity.MAJOR, date(2026, 12, 18))])
def test_the_law_counts_from_the_audit(gravity, day):
    assert due_on(RULES, gap(gravity)) == day


@pytest.mark.parametrize(
    ("said", "words", "late"),
    [
        ({}, "À répondre, 112 jours restants", False),
        ({"gravity": Gravity.MAJOR}, "À répondre, 22 jours restants", False),
        ({"answered_on": date(2026, 10, 1)}, "Répondu le 1er octobre 2026, 112 jours restants", False),
        ({"audit_day": date(2026, 5, 25)}, "À répondre, délai dépassé de 1 jour", True),
        ({"audit_day": None}, "À répondre", False),
        ({"lifted_on": date(2026, 11, 1)}, "Levé le 1er novembre 2026", False),
        ({"audit_day": date(2020, 1, 1), "lifted_on": date(2026, 11, 1)}, "Levé le 1er novembre 2026", False),
    ],
)
def test_where_one_is_with_it_is_said_in_words(said, words, late):
    found = standing(RULES, gap(**said), TODAY)

    assert (found.words, found.is_late) == (words, late)


@pytest.mark.parametrize(
    ("findings", "is_said"),
    [
        ([gap(indicator=number) for number in range(1, 6)], True),
        ([gap(indicator=number) for number in range(1, 5)], False),
        ([*(gap(indicator=number) for number in range(1, 5)), gap(indicator=5, lifted_on=TODAY)], False),
        ([*(gap(indicator=number) for number in range(1, 5)), gap(indicator=5, audit_day=TODAY)], False),
        ([gap(Gravity.MAJOR, number) for number in range(1, 6)], False),
    ],
)
def test_five_open_minor_gaps_of_one_audit_count_as_a_major_one(findings, is_said):
    assert bool(minors_as_major(findings)) is is_said
