"""One gap: the answer in the shape that certifiers ask."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads import plan
from auditblanc.assessments.writes import findings as writes
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from tests import people
from tests.pages import error_of, page, texts

GAP = AuditFinding(
    finding=Finding(indicator=1, gravity=Gravity.MINOR, edition="2019-v9", words="Le délai d’accès manque."),
    audit_day=date(2026, 9, 18),
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def row(assessment, alice):
    return writes.enter(assessment, [GAP], people.stamp(alice))[0]


def address(assessment, name, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def said(**more):
    return {
        "gravity": "minor",
        "words": "Le délai d’accès manque.",
        "audit_day": "2026-09-18",
        "cause": "La page a été refaite sans lui.",
        "plan": "Une relecture par trimestre.",
        "evidence": [Evidence.objects.get().key],
        "answered_on": "2026-10-01",
        "seen": "0",
    } | more


def test_cause_plan_and_proof_are_kept(client, assessment, row):
    answer = client.post(address(assessment, "finding", row.key), said())

    [found] = plan.findings(assessment.organisation_id)
    assert answer.status_code == 303
    assert found == AuditFinding(
        finding=GAP.finding,
        audit_day=GAP.audit_day,
        cause="La page a été refaite sans lui.",
        plan="Une relecture par trimestre.",
        evidence=(Evidence.objects.get().key,),
        answered_on=date(2026, 10, 1),
    )


def test_an_action_is_planned_from_it_and_shown_there(client, assessment, row):
    [link] = page(client.get(address(assessment, "finding", row.key))).xpath("//section[@id='actions']//a/@href")
    client.post(
        link, {"what": "Relire", "state": "to_do", "priority": "normal", "origin": "finding", "finding": row.key}
    )

    assert texts(client.get(address(assessment, "finding", row.key)), "//section[@id='actions']//li") == [
        "Relire à faire"
    ]


def test_somebody_elses_answer_is_not_written_over(client, assessment, row):
    client.post(address(assessment, "finding", row.key), said(cause="De Zoé"))

    answer = client.post(address(assessment, "finding", row.key), said(cause="De Paul"))

    assert answer.status_code == 422
    assert error_of(answer, "cause").startswith("Cet écart vient d’être modifié ailleurs")
    assert plan.findings(assessment.organisation_id)[0].cause == "De Zoé"


def test_a_day_that_cannot_be_is_said_next_to_it(client, assessment, row):
    answer = client.post(address(assessment, "finding", row.key), said(lifted_on="31/02/2027"))

    assert (answer.status_code, "n’existe pas" in error_of(answer, "lifted_on")) == (422, True)


def test_taken_out_it_is_no_page_any_more(client, assessment, row):
    answer = client.post(address(assessment, "discard_finding", row.key), follow=True)

    assert texts(answer, "//*[@id='messages']") == ["Écart sur l’indicateur 1 retiré."]
    assert client.get(address(assessment, "finding", row.key)).status_code == 404
