"""The plan: late first, narrowed, changed many at a time, moved on the board, given as a document."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from auditblanc.assessments.models import Action, Event
from auditblanc.assessments.reads import plan
from auditblanc.assessments.reads.journal import first_fault
from auditblanc.assessments.writes import actions as writes
from auditblanc.domain import action as frozen
from auditblanc.domain.action import ActionState, Priority
from tests import people
from tests.pages import texts

ITEMS = (
    frozen.Action(what="Publier les résultats", indicators=(2,), owner="Paul", due=date(2020, 1, 1)),
    frozen.Action(what="=HYPERLINK(1)", indicators=(5,), owner="Zoé", due=date(2090, 1, 1), priority=Priority.HIGH),
    frozen.Action(what="Relire", state=ActionState.DONE, done_on=date(2026, 1, 1)),
)


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def planned(assessment, alice):
    return writes.plan(assessment.organisation_id, ITEMS, people.stamp(alice))


def address(assessment, name="actions", *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def names(client, assessment, **asked):
    return texts(client.get(address(assessment), asked), "//tbody//th/a")


def test_late_comes_first_and_is_said_in_words(client, assessment, planned):
    answer = client.get(address(assessment))

    assert texts(answer, "//tbody//th/a") == ["Publier les résultats", "=HYPERLINK(1)", "Relire"]
    assert texts(answer, "//*[@class='late']") == ["1er janvier 2020 (en retard)"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"personne": "Zoé"}, ["=HYPERLINK(1)"]),
        ({"etat": "done"}, ["Relire"]),
        ({"indicateur": "2"}, ["Publier les résultats"]),
        ({"priorite": "high"}, ["=HYPERLINK(1)"]),
        ({"retard": "on"}, ["Publier les résultats"]),
        ({"etat": "x", "indicateur": "x"}, ["Publier les résultats", "=HYPERLINK(1)", "Relire"]),
    ],
)
def test_the_address_narrows(client, assessment, planned, asked, found):
    assert names(client, assessment, **asked) == found


@pytest.mark.parametrize("count", [1, 60])
def test_the_plan_takes_seven_queries_whatever_there_is(client, assessment, alice, count, django_assert_num_queries):
    items = [frozen.Action(what=f"A{number}", indicators=(1, 2)) for number in range(count)]
    writes.plan(assessment.organisation_id, items, people.stamp(alice))

    with django_assert_num_queries(7):
        client.get(address(assessment))


def test_the_board_has_a_column_a_state(client, assessment, planned):
    answer = client.get(address(assessment), {"vue": "tableau"})

    assert texts(answer, "//*[@class='board']//h2") == ["À faire 2", "En cours 0", "Faite 1", "Abandonnée 0"]


def test_a_button_of_the_board_moves_an_action(client, assessment, planned):
    answer = client.post(
        f"{address(assessment, 'set_actions')}?vue=tableau", {"chosen": planned[0].key, "state": "doing"}
    )

    assert answer.headers["Location"] == f"{address(assessment)}?vue=tableau"
    assert plan.actions(assessment.organisation_id)[0].state is ActionState.DOING


def test_many_are_changed_at_once_an_event_each(client, assessment, planned):
    said = {"chosen": [row.key for row in planned[:2]], "owner": "Alice", "due": "2026-12-01", "priority": "low"}

    client.post(address(assessment, "set_actions"), said)

    changed = plan.actions(assessment.organisation_id)[:2]
    assert {(each.owner, each.due, each.priority) for each in changed} == {("Alice", date(2026, 12, 1), Priority.LOW)}
    assert Event.objects.filter(verb="changed", field="action").count() == 2
    assert first_fault(assessment.organisation) is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"state": "done"}, "Cochez au moins une action dans la liste."),
        ({"chosen": "k"}, "Dites ce qui change pour les actions cochées : un état, une échéance, une personne…"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(client, assessment, planned, said, sentence):
    answer = client.post(address(assessment, "set_actions"), said)

    assert answer.status_code == 422
    assert sentence in " ".join(texts(answer, "//main"))


def test_actions_of_another_organisation_are_not_found(client, assessment, charlie):
    theirs = charlie.memberships.get().organisation
    [row] = writes.plan(theirs.pk, [frozen.Action(what="Secret")], people.stamp(charlie))

    client.post(address(assessment, "set_actions"), {"chosen": [row.key], "state": "dropped"})

    row.refresh_from_db()
    assert row.state == "to_do"


def test_without_an_action_it_says_where_to_start(client, assessment):
    assert "Aucune action pour l’instant." in texts(client.get(address(assessment)), "//main")[0]


def test_the_workbook_says_what_the_plan_says_and_runs_nothing(client, assessment, planned):
    data = client.get(address(assessment, "actions_file", "xlsx")).content

    book = load_workbook(BytesIO(data))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]
    assert [sheet.title for sheet in book] == ["1. En cours et à faire", "2. Faites et abandonnées"]
    assert rows == [
        ["Publier les résultats", "2", "Paul", "1er janvier 2020 (en retard)", "Normale", "À faire", "–"],
        ["=HYPERLINK(1)", "5", "Zoé", "1er janvier 2090", "Haute", "À faire", "–"],
    ]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize(("format", "start"), [("docx", b"PK"), ("pdf", b"%PDF-")])
def test_it_is_given_to_be_read_too(client, assessment, planned, format, start):  # noqa: A002 -- as in the address
    answer = client.get(address(assessment, "actions_file", format))

    assert (answer.status_code, answer.content.startswith(start)) == (200, True)


def test_there_is_no_other_format(client, assessment):
    assert client.get(address(assessment, "actions_file", "html")).status_code == 404


def test_thrown_away_ones_are_not_there(client, assessment, planned, alice):
    writes.remove(planned[0], people.stamp(alice))

    assert names(client, assessment) == ["=HYPERLINK(1)", "Relire"]
    assert Action.objects.get(pk=planned[0].pk).removed_at == people.NOON
