from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.catalogue import load
from auditblanc.domain.deadlines import DeadlineDays, gap_deadlines
from auditblanc.domain.profile import Audit
from auditblanc.domain.rulebook import Certainty
from tests.strategies import audits

RULES = load().edition("2026-v9").rules.deadlines


def test_gap_deadlines_give_six_months_to_a_minor_and_three_then_one_to_a_major():
    """Order of 6 June 2019, article 5 (ART5, FAQ3); the month to verify has one source (ICPFREFUS)."""
    deadlines = gap_deadlines(RULES, Audit(first_day=date(2027, 1, 11)))

    assert deadlines.days == DeadlineDays(
        counted_from=date(2027, 1, 11),
        minor_by=date(2027, 7, 11),
        major_by=date(2027, 4, 11),
        major_checked_by=date(2027, 5, 11),
    )
    assert deadlines.days.note == (
        "Dates comptées depuis l’audit du 11 janvier 2027 : votre certificateur dit de quel jour court le délai."
    )
    assert deadlines.days.minor_sentence == "Écart mineur : au plus tard le 11 juillet 2027."
    assert deadlines.days.major_sentence == (
        "Écart majeur : au plus tard le 11 avril 2027, vérifié au plus tard le 11 mai 2027."
    )


def test_gap_deadlines_tell_the_rules_of_the_edition_with_their_sources():
    deadlines = gap_deadlines(RULES, Audit())

    assert deadlines.days is None
    assert (deadlines.minor_rule, deadlines.major_rule) == (RULES.minor_rule, RULES.major_rule)
    assert deadlines.certainty is Certainty.CONFIRMED
    assert deadlines.sources == RULES.sources


@pytest.mark.parametrize(
    ("last_day", "counted_from"), [(None, date(2027, 1, 11)), (date(2027, 1, 12), date(2027, 1, 12))]
)
def test_gap_deadlines_are_counted_from_the_last_day_of_the_audit(last_day, counted_from):
    deadlines = gap_deadlines(RULES, Audit(first_day=date(2027, 1, 11), last_day=last_day))

    assert deadlines.days.counted_from == counted_from


@pytest.mark.parametrize(
    ("audited_on", "major_by"),
    [(date(2026, 11, 30), date(2027, 2, 28)), (date(2027, 11, 30), date(2028, 2, 29))],
)
def test_gap_deadlines_end_with_a_short_month(audited_on, major_by):
    assert gap_deadlines(RULES, Audit(first_day=audited_on)).days.major_by == major_by


@given(audits())
def test_gap_deadlines_have_days_exactly_when_the_audit_has_one(audit):
    assert (gap_deadlines(RULES, audit).days is None) == (audit.first_day is None)
