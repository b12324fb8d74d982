"""A new assessment holds all that it starts from, in as many queries whatever its size."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from auditblanc.assessments.models import Assessment, Rating
from auditblanc.assessments.reads.snapshot import says_something, snapshot
from auditblanc.assessments.writes.create import begin
from auditblanc.domain.snapshot import Snapshot
from tests import people
from tests.strategies import snapshots


def test_each_indicator_has_its_row(assessment):
    assert list(Rating.objects.filter(assessment=assessment).values_list("indicator", flat=True)) == list(range(1, 34))
    assert assessment.levels == "12003" + "0" * 28


@pytest.mark.parametrize("start", [Snapshot(edition="2026-v9"), people.SNAPSHOT])
def test_beginning_takes_few_queries(mimosa, alice, start, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        people.assessment(mimosa, alice, start)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=snapshots())
def test_what_is_begun_reads_back_the_same(mimosa, alice, start):
    made = begin(mimosa, snapshot=start, numbers=(), stamp=people.stamp(alice))

    found = snapshot(made)
    said = tuple(rating for rating in start.ratings if says_something(rating))
    assert found.ratings == said
    assert (found.edition, found.title, found.profile, found.evidence) == (
        start.edition,
        start.title,
        start.profile,
        start.evidence,
    )


def test_the_same_request_again_gets_the_assessment_it_made(mimosa, alice):
    stamp = people.stamp(alice, request_id="demande-1")

    first = begin(mimosa, snapshot=people.SNAPSHOT, numbers=(), stamp=stamp)
    second = begin(mimosa, snapshot=people.SNAPSHOT, numbers=(), stamp=stamp)

    assert (second, Assessment.objects.count()) == (first, 1)
