"""The chain of events: it grows with each change, tells any tampering, and holds when values are erased."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from auditblanc.assessments.models import Event, EventValue
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.restore import erase_value
from auditblanc.domain.snapshot import Level, Rating
from tests import people


@pytest.fixture
def told(assessment, alice):
    """Three changes after the beginning."""
    for minute, level in enumerate(Level, start=1):
        stamp = people.stamp(alice, people.NOON + timedelta(minutes=minute))
        value = Rating(indicator=10, level=level)
        ratings.answer(assessment, value, field="level", started_from=minute - 1, stamp=stamp)
    return Event.objects.order_by("number")


def test_each_change_is_the_next_event(told, assessment):
    assert list(told.values_list("number", "verb", "indicator", "field", "version")) == [
        (1, "began", None, "", None),
        (2, "answered", 10, "level", 1),
        (3, "answered", 10, "level", 2),
        (4, "answered", 10, "level", 3),
    ]
    assert first_fault(assessment.organisation) is None


def test_the_hour_of_another_country_is_the_same_moment(assessment, alice):
    paris = people.NOON.astimezone(timezone(timedelta(hours=1)))

    ratings.answer(
        assessment,
        Rating(indicator=1, level=Level.PARTIAL),
        field="level",
        started_from=0,
        stamp=people.stamp(alice, paris),
    )

    assert first_fault(assessment.organisation) is None


def test_another_organisation_has_its_own_chain(told, charlie):
    other = charlie.memberships.get().organisation

    people.assessment(other, charlie)

    assert list(Event.objects.filter(organisation=other).values_list("number", flat=True)) == [1]


@pytest.mark.parametrize(
    "tampering",
    [{"author": "somebody"}, {"indicator": 11}, {"number": 9}, {"hash": "0" * 64}, {"before_digest": ""}],
)
def test_a_changed_event_breaks_the_chain_where_it_stands(told, assessment, tampering):
    told.filter(number=3).update(**tampering)

    assert first_fault(assessment.organisation) in (3, 4)


def test_a_changed_value_breaks_the_chain(told, assessment):
    EventValue.objects.filter(event__number=2).update(after='{"level":3,"by_category":[]}')

    assert first_fault(assessment.organisation) == 2


def test_a_removed_event_breaks_the_chain(told, assessment):
    told.filter(number=2).delete()

    assert first_fault(assessment.organisation) == 2


def test_an_erased_value_is_gone_and_the_chain_holds(told, assessment, alice):
    erase_value(told.get(number=2), people.stamp(alice, people.NOON + timedelta(hours=1)))

    value = EventValue.objects.get(event__number=2)
    assert (value.before, value.after, value.salt, value.erased_by) == ("", "", "", alice)
    assert Event.objects.get(number=5).verb == "erased"
    assert first_fault(assessment.organisation) is None
