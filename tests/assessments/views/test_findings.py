"""After the real audit: gaps entered from the report, followed, answered in one document."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from auditblanc.assessments.models import Event, Evidence
from auditblanc.assessments.reads import plan, rows
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.writes import actions
from auditblanc.assessments.writes import findings as writes
from auditblanc.domain import action as frozen_action
from auditblanc.domain.action import Origin
from auditblanc.domain.categories import Gravity
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding, LastAudit
from tests import people
from tests.pages import cells, error_of, texts

REPORT = {
    "audit_day": "2026-09-18",
    "received_on": "2026-09-24",
    "edition": "2019-v9",
    "site": "",
    "indicator_1": "2",
    "gravity_1": "minor",
    "words_1": "Le taux affiché ne dit pas sa période.",
    "indicator_2": "20",
    "gravity_2": "major",
    "words_2": "Le conseil ne s’est pas réuni.",
}


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def address(assessment, name="findings", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def raised(indicator, gravity, words, **said):
    finding = Finding(
        indicator=indicator, gravity=gravity, edition="2019-v9", words=words, received_on=date(2026, 9, 24)
    )
    return AuditFinding(finding=finding, audit_day=date(2026, 9, 18), **said)


ENTERED = (
    raised(2, Gravity.MINOR, "Le taux affiché ne dit pas sa période."),
    raised(20, Gravity.MAJOR, "Le conseil ne s’est pas réuni."),
)


def test_a_report_is_entered_at_once_and_its_gaps_stay_on_their_text(client, assessment):
    answer = client.post(address(assessment, "new_findings"), REPORT)

    assert (answer.status_code, plan.findings(assessment.organisation_id)) == (303, ENTERED)
    assert list(Event.objects.filter(verb="entered").values_list("indicator", flat=True)) == [2, 20]
    assert first_fault(assessment.organisation) is None


def test_the_profile_tells_them_so_that_the_next_surveillance_looks_there(client, assessment):
    client.post(address(assessment, "new_findings"), REPORT)

    assessment.refresh_from_db()
    last = rows.profile(assessment.profile).last_audit
    assert (last.held_on, [each.indicator for each in last.findings]) == (date(2026, 9, 18), [2, 20])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LastAudit(held_on=date(2025, 1, 1), findings=(Finding(indicator=7, gravity=Gravity.MINOR),)), [2, 20]),
        (LastAudit(held_on=date(2026, 9, 18), findings=(Finding(indicator=7, gravity=Gravity.MINOR),)), [7, 2, 20]),
        (LastAudit(held_on=date(2027, 1, 1), findings=(Finding(indicator=7, gravity=Gravity.MINOR),)), [7]),
    ],
    ids=["older", "same", "newer"],
)
def test_the_last_audit_of_the_profile_is_the_last_one(assessment, alice, before, after):
    profile = rows.profile(assessment.profile)
    assessment.profile = rows.profile_column(type(profile)(last_audit=before))
    assessment.save()

    writes.enter(assessment, ENTERED, people.stamp(alice))

    assessment.refresh_from_db()
    assert [each.indicator for each in rows.profile(assessment.profile).last_audit.findings] == after


def test_the_same_request_again_enters_them_once(client, assessment):
    for _ in range(2):
        client.post(address(assessment, "new_findings"), {**REPORT, "request": "r-1"})

    assert plan.findings(assessment.organisation_id) == ENTERED


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"audit_day": ""}, "audit_day", "Indiquez cette date, par exemple 12/09/2027."),
        (
            {"indicator_1": "33"},
            "indicator_1",
            "Cet indicateur n’existe pas dans le texte choisi : vérifiez son numéro dans le rapport.",
        ),
        (
            {"indicator_2": ""},
            "indicator_2",
            "Cet indicateur n’existe pas dans le texte choisi : vérifiez son numéro dans le rapport.",
        ),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field_and_nothing_is_entered(client, assessment, wrong, field, sentence):
    answer = client.post(address(assessment, "new_findings"), {**REPORT, **wrong})

    assert (answer.status_code, error_of(answer, field), plan.findings(assessment.organisation_id)) == (
        422,
        sentence,
        (),
    )


def test_a_report_without_a_gap_is_told_so(client, assessment):
    answer = client.post(address(assessment, "new_findings"), {"audit_day": "2026-09-18", "edition": "2019-v9"})

    assert "Entrez au moins un écart : l’indicateur et sa gravité." in texts(answer, "//main")[0]


def test_the_most_urgent_comes_first(client, assessment, alice):
    lifted = raised(5, Gravity.MAJOR, "", lifted_on=date(2026, 10, 1))
    writes.enter(assessment, (lifted, *ENTERED), people.stamp(alice))

    shown = cells(client.get(address(assessment)))

    assert [row[0].split()[1] for row in shown] == ["20", "2", "5"]
    assert [row[1:3] for row in shown] == [
        ["Majeur", "18 décembre 2026"],
        ["Mineur", "18 mars 2027"],
        ["Majeur", "18 décembre 2026"],
    ]


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_seven_queries_whatever_there_is(client, assessment, alice, count, django_assert_num_queries):
    writes.enter(
        assessment, [raised(number, Gravity.MINOR, "x") for number in range(1, count + 1)], people.stamp(alice)
    )

    with django_assert_num_queries(7):
        client.get(address(assessment))


def test_without_a_gap_it_says_what_to_do_after_the_audit(client, assessment):
    assert "Aucun écart entré." in texts(client.get(address(assessment)), "//main")[0]


def answered(assessment, alice):
    proof = Evidence.objects.get().key
    [row, _] = writes.enter(assessment, ENTERED, people.stamp(alice))
    full = raised(2, Gravity.MINOR, "Le taux.", cause="Pas de modèle.", plan="Un modèle de page.", evidence=(proof,))
    writes.change(row, full, people.stamp(alice), seen=0)
    item = frozen_action.Action(
        what="Publier", owner="Paul", due=date(2027, 1, 5), finding=row.key, origin=Origin.FINDING
    )
    actions.plan(assessment.organisation_id, [item], people.stamp(alice))


def test_the_answer_is_a_word_file_with_cause_plan_and_proof(client, assessment, alice):
    answered(assessment, alice)

    data = client.get(address(assessment, "findings_file", "docx")).content

    said = [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs if paragraph.text]
    start = said.index("Indicateur 2 – écart mineur")
    assert said[start : start + 10] == [
        "Indicateur 2 – écart mineur",
        "Constat",
        "Le taux.",
        "Cause",
        "Pas de modèle.",
        "Plan",
        "Un modèle de page.",
        "Publier (Paul, pour le 5 janvier 2027, à faire)",
        "Preuves",
        "Catalogue 2027",
    ]
    assert said[start + 10] == "Indicateur 20 – écart majeur"
    assert {"À compléter.", "À joindre."} <= set(said)


def test_it_is_a_pdf_too(client, assessment, alice):
    answered(assessment, alice)

    assert client.get(address(assessment, "findings_file", "pdf")).content.startswith(b"%PDF-")
