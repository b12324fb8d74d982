"""What a person confirmed is written whole, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.writes import become, ratings
from auditblanc.domain.comparison import compare
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import Level, Rating
from tests import people

LATER = people.NOON + timedelta(minutes=5)


def changed(before):
    ratings_after = (
        replace(before.rating(1), presentation="Complété par Paul."),
        Rating(indicator=7, level=Level.READY, presentation="Nouveau."),
    )
    proofs = (*before.evidence, Evidence(title="Enquête", indicators=(7,)))
    return replace(before, title="Après", ratings=ratings_after, evidence=proofs)


def test_all_that_differs_is_written(assessment, alice):
    before = snapshot(assessment)
    after = replace(
        changed(before), ratings=(*changed(before).ratings[:1], *before.ratings[1:], changed(before).ratings[1])
    )

    become.become(assessment, before=before, after=after, stamp=people.stamp(alice, LATER))

    assessment.refresh_from_db()
    assert compare(snapshot(assessment), after).differences == ()
    assert first_fault(assessment.organisation) is None


def test_proofs_of_the_register_stay_when_the_assessment_does_without(assessment, alice):
    before = snapshot(assessment)

    become.become(assessment, before=before, after=replace(before, evidence=()), stamp=people.stamp(alice, LATER))

    assert snapshot(assessment).evidence == before.evidence


def test_a_change_meanwhile_stops_it_whole(assessment, alice):
    before = snapshot(assessment)
    meanwhile = Rating(indicator=2, level=Level.READY)
    ratings.answer(assessment, meanwhile, field="level", started_from=0, stamp=people.stamp(alice, LATER))

    with pytest.raises(become.ChangedMeanwhileError):
        become.become(assessment, before=before, after=changed(before), stamp=people.stamp(alice, LATER))

    assert snapshot(assessment).rating(7) == Rating(indicator=7)


def test_what_a_proof_did_not_say_is_written_to_it(assessment, alice):
    before = snapshot(assessment, Hold.PROOFS)
    (proof,) = before.evidence
    told = replace(proof, shows="Les tarifs", site="Lyon", indicators=(1, 5, 7))

    become.become(assessment, before=before, after=replace(before, evidence=(told,)), stamp=people.stamp(alice, LATER))

    assert snapshot(assessment).evidence == (told,)
