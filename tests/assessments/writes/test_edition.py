"""An assessment starts on another text only while nothing is answered."""

from __future__ import annotations

from datetime import timedelta

import pytest

from auditblanc.assessments.models import Event, Rating
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.edition import AlreadyAnsweredError, start_on
from auditblanc.domain.snapshot import Snapshot
from tests import people

LATER = people.NOON + timedelta(minutes=5)


@pytest.fixture
def blank(mimosa, alice):
    return people.assessment(mimosa, alice, Snapshot(edition="2026-v9", profile=people.PROFILE))


def test_an_untouched_assessment_moves_with_its_profile(blank, alice):
    start_on(blank, "2019-v9", numbers=range(1, 33), stamp=people.stamp(alice, LATER))

    blank.refresh_from_db()
    event = Event.objects.last()
    assert (blank.edition, blank.levels, blank.updated_at) == ("2019-v9", "0" * 32, LATER)
    assert (snapshot(blank).profile, Rating.objects.filter(assessment=blank).count()) == (people.PROFILE, 32)
    assert (event.verb, event.field, event.value.before, event.value.after) == (
        "changed",
        "edition",
        '"2026-v9"',
        '"2019-v9"',
    )
    assert first_fault(blank.organisation) is None


def test_the_same_text_writes_nothing(blank, alice):
    start_on(blank, "2026-v9", numbers=range(1, 34), stamp=people.stamp(alice, LATER))

    assert Event.objects.count() == 1


def test_what_is_answered_stays_on_its_text(assessment, alice):
    before = snapshot(assessment)

    with pytest.raises(AlreadyAnsweredError):
        start_on(assessment, "2019-v9", numbers=range(1, 33), stamp=people.stamp(alice, LATER))

    assessment.refresh_from_db()
    assert snapshot(assessment) == before
