"""What applies in an assessment, remembered and never stale."""

from __future__ import annotations

from dataclasses import replace

from auditblanc.assessments.applicable import applicable
from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.snapshot import Level, Rating
from tests.people import PROFILE, SNAPSHOT


def test_what_is_remembered_is_what_the_rules_say(catalogue):
    assert applicable(SNAPSHOT) == applicabilities(catalogue.edition(SNAPSHOT.edition), SNAPSHOT)


def test_levels_and_texts_change_nothing():
    other = replace(SNAPSHOT, ratings=(Rating(indicator=3, level=Level.READY, presentation="Autre"),))

    assert applicable(other) is applicable(SNAPSHOT)


def test_a_decision_is_seen_at_once():
    decided = replace(SNAPSHOT, ratings=(Rating(indicator=3, applicable=False, reason="Aucune certification."),))

    assert [each.counts for each in applicable(decided)[:4]] == [True, True, False, True]


def test_another_profile_is_another_answer():
    other = replace(SNAPSHOT, profile=replace(PROFILE, alternance=True))

    assert (applicable(SNAPSHOT)[12].counts, applicable(other)[12].counts) == (None, True)
