"""The journal as people read it: who, when, what, before and after; what is put back from it, what is erased."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.assessments.models import Action, Event, Evidence
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.reads.journal_page import PAGE
from auditblanc.assessments.writes import actions, evidence
from auditblanc.assessments.writes.findings import enter
from auditblanc.assessments.writes.profile import change_profile
from auditblanc.domain import action as plan
from auditblanc.domain.categories import Gravity
from auditblanc.domain.evidence import Evidence as Proof
from auditblanc.domain.finding import AuditFinding
from auditblanc.domain.profile import Finding, Provider
from tests import people
from tests.assessments.asking import save
from tests.pages import cells, texts

LATER = people.NOON + timedelta(days=2)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def at(name, mimosa, *more):
    return reverse(f"assessments:{name}", args=[mimosa.key, *more])


def shown(client, mimosa, query=""):
    return cells(client.get(at("journal", mimosa) + query))


def numbered(verb, **said):
    return Event.objects.filter(verb=verb, **said).latest("number").number


def test_each_change_is_a_line_the_newest_first(client, mimosa, assessment):
    save(client, "rate", assessment, indicator=5, level="2", version=0)
    save(client, "present", assessment, indicator=5, presentation="Le livret", version=0)

    lines = shown(client, mimosa)

    assert [row[1:4] for row in lines] == [
        ["A répondu : ce que vous avez prévu de présenter indicateur 5 · Audit de mars", "vide", "Le livret"],
        ["A répondu : niveau indicateur 5 · Audit de mars", "3 – Manquant", "2 – Partiel"],
        ["A commencé l’évaluation Audit de mars", "–", "« Audit de mars »"],
    ]
    assert lines[0][0].endswith("Alice")


def test_of_a_proof_what_differs_is_told(client, mimosa, assessment, alice):
    row = Evidence.objects.get()
    now = evidence.one(row)
    evidence.change(row, replace(now, place="Classeur B", holder="Paul"), people.stamp(alice), seen=row.version)

    assert shown(client, mimosa)[0][1:4] == [
        "A modifié une preuve indicateur 1",
        "« Catalogue 2027 » ; lieu : Classeur A ; détenteur : vide",
        "« Catalogue 2027 » ; lieu : Classeur B ; détenteur : Paul",
    ]


def test_of_an_action_and_a_gap_too(client, mimosa, assessment, alice):
    (row,) = actions.plan(mimosa.pk, [plan.Action(what="Publier", owner="Paul")], people.stamp(alice))
    actions.change(row, replace(actions.one(row), state=plan.ActionState.DOING), people.stamp(alice), seen=0)
    gap = AuditFinding(finding=Finding(indicator=2, gravity=Gravity.MINOR), cause="Un oubli")
    enter(assessment, [gap], people.stamp(alice))

    lines = [row[1:4] for row in shown(client, mimosa)[:4]]

    assert lines[0][0] == "A modifié le profil Audit de mars"
    assert lines[1:] == [
        [
            "A entré un écart indicateur 2",
            "–",
            "écart : Indicateur : 2 ; Gravité de l’écart : mineure ; cause : Un oubli",
        ],
        ["A modifié une action", "« Publier » ; état : À faire", "« Publier » ; état : En cours"],
        ["A planifié une action", "–", "« Publier » ; qui : Paul"],
    ]


def test_of_a_profile_the_answers_that_differ_are_told(client, mimosa, assessment, alice):
    profile = replace(people.PROFILE, provider=Provider(name="Atelier Mimosa", siren="732829320"))
    change_profile(assessment, profile, started_from=0, stamp=people.stamp(alice))

    assert shown(client, mimosa)[0][1:4] == [
        "A modifié le profil Audit de mars",
        "Numéro SIREN : non renseigné",
        "Numéro SIREN : 732829320",
    ]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("?quoi=evidence", 1),
        ("?quoi=rest", 1),
        ("?quoi=people", 0),
        ("?indicateur=5", 1),
        ("?indicateur=x&quoi=nothing&page=99", 4),
        ("?depuis=2026-11-27", 1),
        ("?journal=unknown", 0),
    ],
)
def test_it_is_narrowed_by_the_address(client, mimosa, assessment, alice, query, count):
    evidence.note(mimosa.pk, [Proof(title="Bilan", indicators=(2,))], people.stamp(alice))
    actions.plan(mimosa.pk, [plan.Action(what="Publier")], people.stamp(alice, LATER))
    save(client, "rate", assessment, indicator=5, level="2", version=0)
    Event.objects.filter(verb="answered").update(at=people.NOON)

    assert len(shown(client, mimosa, query)) == count


def test_a_person_and_an_assessment_narrow_it_too(client, mimosa, assessment, alice):
    evidence.note(mimosa.pk, [Proof(title="Bilan", indicators=(2,))], people.stamp(alice))

    assert len(shown(client, mimosa, f"?qui={alice.key}")) == 2
    assert len(shown(client, mimosa, "?qui=nobody")) == 0
    assert len(shown(client, mimosa, f"?evaluation={assessment.key}")) == 1


@pytest.mark.parametrize("count", [1, 3 * PAGE])
def test_it_takes_ten_queries_whatever_it_holds(client, mimosa, assessment, alice, count, django_assert_num_queries):
    items = [Proof(title=f"P{number}", indicators=(2,)) for number in range(count)]
    evidence.note(mimosa.pk, items, people.stamp(alice))

    with django_assert_num_queries(10):
        answer = client.get(at("journal", mimosa))

    assert len(cells(answer)) == min(count + 1, PAGE)


def test_older_changes_are_on_the_next_page(client, mimosa, assessment, alice):
    evidence.note(mimosa.pk, [Proof(title=f"P{n}", indicators=(2,)) for n in range(PAGE)], people.stamp(alice))

    first, second = client.get(at("journal", mimosa)), client.get(at("journal", mimosa) + "?page=2")

    assert texts(first, "//nav[@class='pager']//a") == ["Plus anciens →"]
    assert [row[1] for row in cells(second)] == ["A commencé l’évaluation Audit de mars"]


def test_a_proof_is_put_back_as_it_was_before_a_change(client, mimosa, assessment, alice):
    row = Evidence.objects.get()
    evidence.change(row, replace(evidence.one(row), place="Perdu"), people.stamp(alice), seen=row.version)

    answer = client.post(at("restore_row", mimosa, numbered("changed")))

    assert answer.headers["Location"] == at("journal", mimosa)
    assert Evidence.objects.get().place == "Classeur A"
    assert first_fault(mimosa) is None


@pytest.mark.parametrize(("table", "verb"), [(Evidence, "removed"), (Action, "removed")])
def test_what_was_thrown_away_comes_back(client, mimosa, assessment, alice, table, verb):
    actions.plan(mimosa.pk, [plan.Action(what="Publier", indicators=(1,))], people.stamp(alice))
    writes = evidence if table is Evidence else actions
    writes.remove(table.objects.get(), people.stamp(alice))

    client.post(at("restore_row", mimosa, numbered(verb)))

    assert table.objects.get().removed_at is None
    assert Event.objects.latest("number").verb == "put back"


def test_what_is_gone_for_good_is_said_to_be(client, mimosa, assessment, alice):
    evidence.remove(Evidence.objects.get(), people.stamp(alice))
    Evidence.objects.all().delete()

    answer = client.post(at("restore_row", mimosa, numbered("removed")), follow=True)

    assert texts(answer, "//*[@id='messages']//p") == [
        "Elle a été supprimée pour de bon : il n’y a plus rien à remettre."
    ]


def test_an_answer_leads_to_its_history(client, mimosa, assessment):
    save(client, "present", assessment, indicator=5, presentation="Le livret", version=0)

    (link,) = [each for each in texts(client.get(at("journal", mimosa)), "//tbody//a") if "réponse" in each]

    assert link == "Remettre une réponse"
    assert client.post(at("restore_row", mimosa, numbered("answered"))).status_code == 404


def test_a_value_is_erased_once_asked_and_the_chain_holds(client, mimosa, assessment):
    save(client, "present", assessment, indicator=5, presentation="Un secret", version=0)
    number = numbered("answered")

    asked = client.get(at("erase_event", mimosa, number))
    client.post(at("erase_event", mimosa, number))

    assert texts(asked, "//p[@class='lead']") == ["A répondu : ce que vous avez prévu de présenter."]
    assert "Un secret" not in client.get(at("journal", mimosa)).content.decode()
    assert [row[1:3] for row in shown(client, mimosa)[:2]] == [
        ["A effacé une valeur du journal indicateur 5 · Audit de mars", "–"],
        ["A répondu : ce que vous avez prévu de présenter indicateur 5 · Audit de mars", "Valeur effacée par Alice"],
    ]
    assert first_fault(mimosa) is None


def test_a_reader_reads_it_and_does_nothing(mimosa, assessment, bob):
    client = Client()
    client.force_login(bob)

    answer = client.get(at("journal", mimosa))

    assert texts(answer, "//tbody//button|//tbody//a") == []
    assert client.get(at("erase_event", mimosa, 1)).status_code == 403
    assert client.post(at("restore_row", mimosa, 1)).status_code == 403


def test_its_head_is_shown(client, mimosa, assessment):
    head = Event.objects.get().hash

    assert head[:16] in client.get(at("journal", mimosa)).content.decode()
