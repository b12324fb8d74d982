"""A new assessment holds all that it starts from, in as many queries whatever its size."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from auditblanc.assessments import editions
from auditblanc.assessments.models import Assessment, Evidence, Rating
from auditblanc.assessments.reads.register import for_indicators
from auditblanc.assessments.reads.snapshot import says_something, snapshot
from auditblanc.assessments.writes.create import begin
from auditblanc.domain.action import Action
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from auditblanc.domain.snapshot import Snapshot
from tests import people
from tests.strategies import snapshots


def test_each_indicator_has_its_row(assessment):
    assert list(Rating.objects.filter(assessment=assessment).values_list("indicator", flat=True)) == list(range(1, 34))
    assert assessment.levels == "12003" + "0" * 28


@pytest.mark.parametrize("start", [Snapshot(edition="2026-v9"), people.SNAPSHOT])
def test_beginning_takes_few_queries(mimosa, alice, start, django_assert_max_num_queries):
    with django_assert_max_num_queries(17):
        people.assessment(mimosa, alice, start)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=snapshots())
def test_what_is_begun_reads_back_the_same(mimosa, alice, start):
    made = begin(mimosa, snapshot=start, numbers=(), stamp=people.stamp(alice))

    found = snapshot(made)
    said = tuple(rating for rating in start.ratings if says_something(rating))
    assert found.ratings == said
    assert (found.edition, found.title, found.profile) == (start.edition, start.title, start.profile)
    # The examples share one register: a proof of an earlier one may have more indicators, and say more.
    assert named(answering(start, found.edition)) <= named(found.evidence)


def named(proofs):
    """Which proofs answer to which indicators."""
    return {
        (number, each.title, each.place, each.content_date, each.holder)
        for each in proofs
        for number in each.indicators
    }


def answering(start, edition):
    """The proofs of a snapshot that answer to an indicator of the edition, cut to these."""
    numbers = editions.catalogue().edition(edition).numbers
    return tuple(cut for each in start.evidence if (cut := for_indicators(each, numbers)).indicators)


def test_actions_and_gaps_of_a_file_come_too_and_cite_what_they_cited(mimosa, alice):
    proof = replace(people.SNAPSHOT.evidence[0], key="p")
    gap = AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR), key="e", evidence=("p",))
    action = Action(what="Publier", indicators=(2,), finding="e", closing_evidence="p")
    start = replace(people.SNAPSHOT, evidence=(proof,), findings=(gap,), actions=(action,))

    for _ in range(2):
        found = snapshot(people.assessment(mimosa, alice, start))

    here = Evidence.objects.get().key
    assert found.findings == (replace(gap, evidence=(here,)),)
    assert found.actions == (replace(action, finding=found.findings[0].key, closing_evidence=here),)


def test_a_proof_known_to_the_organisation_is_never_noted_twice(mimosa, alice):
    people.assessment(mimosa, alice)
    again = replace(people.SNAPSHOT, evidence=(replace(people.SNAPSHOT.evidence[0], indicators=(1, 7)),))

    second = people.assessment(mimosa, alice, again)

    assert Evidence.objects.count() == 1
    assert snapshot(second).evidence == (replace(people.SNAPSHOT.evidence[0], indicators=(1, 5, 7)),)


def test_the_same_request_again_gets_the_assessment_it_made(mimosa, alice):
    stamp = people.stamp(alice, request_id="demande-1")

    first = begin(mimosa, snapshot=people.SNAPSHOT, numbers=(), stamp=stamp)
    second = begin(mimosa, snapshot=people.SNAPSHOT, numbers=(), stamp=stamp)

    assert (second, Assessment.objects.count()) == (first, 1)
