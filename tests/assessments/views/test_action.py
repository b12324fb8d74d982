"""One action: from where it was planned to the proof that closes it, and whether it worked."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from auditblanc.assessments.models import Action, Event, Evidence
from auditblanc.assessments.reads import plan
from auditblanc.assessments.writes import actions as writes
from auditblanc.assessments.writes.findings import enter
from auditblanc.domain import action as frozen
from auditblanc.domain.action import ActionState, Origin, Priority
from auditblanc.domain.categories import Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding
from tests import people
from tests.pages import error_of, page, texts

SAID = {
    "what": "Publier les résultats",
    "indicators": "2, 1",
    "owner": "Paul",
    "due": "2026-12-15",
    "priority": "high",
    "effort": "1h",
    "cause": "Personne n’en était chargé.\nPas de date.",
    "every_months": "12",
    "state": "to_do",
    "origin": "watch",
}
ACTION = frozen.Action(
    what="Publier les résultats",
    indicators=(1, 2),
    owner="Paul",
    due=date(2026, 12, 15),
    priority=Priority.HIGH,
    effort=Effort.HOUR,
    cause="Personne n’en était chargé.\nPas de date.",
    every_months=12,
    origin=Origin.WATCH,
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def row(assessment, alice):
    return writes.plan(assessment.organisation_id, [ACTION], people.stamp(alice))[0]


def address(assessment, name, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def actions(assessment):
    return plan.actions(assessment.organisation_id)


def test_all_that_it_says_is_kept(client, assessment):
    answer = client.post(address(assessment, "new_action"), SAID)

    assert (answer.status_code, answer.headers["Location"]) == (303, address(assessment, "actions"))
    assert actions(assessment) == (ACTION,)


def test_the_address_says_where_it_is_planned_from(client, assessment):
    asked = {"indicateur": "2", "origine": "watch", "quoi": "Publier"}

    shown = page(client.get(address(assessment, "new_action"), asked)).xpath("//main//form")[0].fields

    assert (shown["what"], shown["indicators"], shown["origin"]) == ("Publier", "2", "watch")


def test_an_address_of_nonsense_is_an_action_by_hand(client, assessment):
    asked = {"indicateur": "un", "origine": "x", "quoi": "q" * 900, "ecart": "<"}

    shown = page(client.get(address(assessment, "new_action"), asked)).xpath("//main//form")[0].fields

    assert shown["origin"] == "hand"


def test_the_same_request_again_plans_it_once(client, assessment):
    for _ in range(2):
        client.post(address(assessment, "new_action"), {**SAID, "request": "r-1"})

    assert actions(assessment) == (ACTION,)


def test_done_it_has_its_day_and_its_proof_and_comes_back(client, assessment, row):
    proof = Evidence.objects.get().key
    said = {**SAID, "state": "done", "closing_evidence": proof, "check_on": "2027-01-15", "seen": "0"}

    answer = client.post(address(assessment, "action", row.key), said, follow=True)

    done, again = actions(assessment)
    assert (done.state, done.done_on, done.closing_evidence, done.check_on) == (
        ActionState.DONE,
        localdate(),
        proof,
        date(2027, 1, 15),
    )
    assert (again.what, again.due, again.state, again.closing_evidence) == (
        "Publier les résultats",
        date(2027, 12, 15),
        ActionState.TO_DO,
        "",
    )
    assert texts(answer, "//*[@id='messages']") == ["Action enregistrée. Elle revient le 15 décembre 2027."]
    assert list(Event.objects.filter(field="action").values_list("verb", flat=True)) == [
        "planned",
        "changed",
        "planned",
    ]


def test_what_was_seen_of_its_effect_is_kept(client, assessment, row):
    said = {
        **SAID,
        "state": "done",
        "done_on": "2026-11-01",
        "effect": "non",
        "check_note": "Toujours absent.",
        "seen": "0",
    }

    client.post(address(assessment, "action", row.key), said)

    done = actions(assessment)[0]
    assert (done.is_effective, done.check_note, done.done_on) == (False, "Toujours absent.", date(2026, 11, 1))


def test_somebody_elses_change_is_not_written_over(client, assessment, row):
    client.post(address(assessment, "action", row.key), {**SAID, "what": "De Zoé", "seen": "0"})

    answer = client.post(address(assessment, "action", row.key), {**SAID, "what": "De Paul", "seen": "0"})

    assert (answer.status_code, actions(assessment)[0].what) == (422, "De Zoé")
    assert error_of(answer, "what").startswith("Cette action vient d’être modifiée ailleurs")
    assert page(answer).get_element_by_id("id_what").value == "De Paul"


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"what": ""}, "what", "Écrivez ce qu’il y a à faire, en une phrase."),
        ({"indicators": "77"}, "indicators", "Écrivez des numéros d’indicateur de 1 à 33, par exemple « 5, 12 »."),
        ({"due": "demain"}, "due", "Cette date n’est pas lisible, ou n’existe pas : écrivez-la comme 12/09/2027."),
    ],
)
def test_what_is_wrong_is_said_next_to_the_field(client, assessment, wrong, field, sentence):
    answer = client.post(address(assessment, "new_action"), {**SAID, **wrong})

    assert (answer.status_code, error_of(answer, field), actions(assessment)) == (422, sentence, ())


def test_a_proof_of_another_organisation_closes_nothing(assessment, row, charlie, alice):
    theirs = people.assessment(charlie.memberships.get().organisation, charlie)
    key = Evidence.objects.get(organisation=theirs.organisation).key
    item = frozen.Action(what="x", state=ActionState.DONE, done_on=date(2026, 1, 1), closing_evidence=key)

    writes.change(row, item, people.stamp(alice), seen=0)

    assert actions(assessment)[0].closing_evidence == ""


def test_a_gap_of_another_organisation_is_answered_by_nothing(client, assessment, charlie):
    theirs = people.assessment(people.organisation("Atelier Autre", charlie), charlie)
    gap = AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR))
    row = enter(theirs, [gap], people.stamp(charlie))[0]

    answer = client.post(address(assessment, "new_action"), {**SAID, "finding": row.key})

    assert (answer.status_code, actions(assessment)) == (422, ())
    assert "L’écart auquel cette action répond n’est plus là" in answer.content.decode()


def test_thrown_away_it_is_no_page_any_more(client, assessment, row):
    answer = client.post(address(assessment, "discard_action", row.key), follow=True)

    assert texts(answer, "//*[@id='messages']") == ["Action « Publier les résultats » retirée du plan."]
    assert client.get(address(assessment, "action", row.key)).status_code == 404
    assert Action.objects.count() == 1
