"""Points to watch of many assessments from their level strings: the same as from the whole of each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from auditblanc.assessments import editions
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.reads.points import Points, points
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.domain.forecast import forecast
from auditblanc.domain.forecast_words import plausible_sentence, range_sentence
from tests import people
from tests.strategies import snapshots


def told(row):
    found = forecast(editions.catalogue().edition(row.edition), snapshot(row))
    return Points(range_sentence(found), plausible_sentence(found), found.worst.counted_majors, found.worst.gaps)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=snapshots())
def test_they_are_those_of_the_whole_assessment(mimosa, alice, start):
    row = people.assessment(mimosa, alice, replace(start, evidence=(), actions=(), findings=()))

    assert points([row]) == {row.pk: told(row)}


def test_one_whose_text_is_gone_has_none(assessment):
    Assessment.objects.filter(pk=assessment.pk).update(edition="partie")

    assert points([Assessment.objects.get(pk=assessment.pk)]) == {}


@pytest.mark.parametrize("count", [1, 5])
def test_they_take_two_queries_however_many_there_are(mimosa, alice, count, django_assert_num_queries):
    rows = [people.assessment(mimosa, alice) for _ in range(count)]

    with django_assert_num_queries(2):
        found = points(rows)

    assert found == {row.pk: told(row) for row in rows}
