"""Actions given to a member: chosen in the form, found by them, theirs to change, handed over when they leave."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from auditblanc.accounts.models import Membership, Role
from auditblanc.assessments.models import Action, Event
from auditblanc.assessments.people import writes as people_writes
from auditblanc.assessments.reads.agenda import agendas
from auditblanc.assessments.reads.snapshot import Hold, snapshot
from auditblanc.assessments.writes import actions as writes
from auditblanc.assessments.writes.actions import Doer, NotAMemberError
from auditblanc.domain import action as frozen
from auditblanc.interchange import json_format
from tests import people
from tests.pages import error_of, page, texts
from tests.server.accounts import account

RELIRE = frozen.Action(what="Relire", indicators=(2,), owner="Dana", due=date(2026, 12, 15))


@pytest.fixture
def dana(mimosa):
    person = account("Dana")
    Membership.objects.create(user=person, organisation=mimosa, role=Role.CONTRIBUTOR)
    return person


@pytest.fixture
def given(mimosa, alice, dana, assessment):
    """An action that is Dana's to do."""
    return writes.plan(mimosa.pk, [RELIRE], people.stamp(alice), person=dana)[0]


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def hers(dana):
    browser = Client()
    browser.force_login(dana)
    return browser


def address(assessment, name, *more):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key, *more])


def said(row, **more):
    """What the form of an action sends."""
    now = {"what": row.what, "indicators": "2", "owner": row.owner, "due": "2026-12-15", "priority": "normal"}
    return {**now, "effort": "", "state": "to_do", "origin": "hand", "seen": row.version, **more}


def whose(row):
    row.refresh_from_db()
    return row.person and row.person.name, row.owner


def test_an_action_is_given_to_a_member_and_takes_their_name(client, assessment, dana, alice):
    form = client.get(address(assessment, "new_action"))
    client.post(address(assessment, "new_action"), said(Action(what="Publier", owner="Paul"), person=dana.key))

    assert texts(form, "//select[@name='person']/option") == ["Personne qui ait un compte", "Alice", "Dana"]
    assert whose(Action.objects.get()) == ("Dana", "Dana")
    assert Event.objects.get(field="doer").value.after == f'{{"action":"Publier","person":"{dana.key}"}}'


def test_the_journal_tells_to_whom(client, given, mimosa):
    lines = texts(client.get(reverse("assessments:journal", args=[mimosa.key])), "//main//tbody//tr")

    assert [line for line in lines if "A confié une action" in line] == [
        line for line in lines if "personne : Dana ; action : Relire" in line
    ]


def test_another_name_typed_takes_it_back(client, given, assessment):
    client.post(address(assessment, "action", given.key), said(given, person="", owner="Paul"))

    assert whose(given) == (None, "Paul")


def test_a_name_typed_for_many_takes_the_place_of_the_member(client, given, assessment):
    client.post(address(assessment, "set_actions"), {"chosen": given.key, "owner": "Paul"})

    assert whose(given) == (None, "Paul")


def test_many_are_given_at_once_and_told_one_by_one(client, given, assessment, mimosa, alice, dana):
    other = writes.plan(mimosa.pk, [frozen.Action(what="Ranger", owner="Paul")], people.stamp(alice))[0]

    shown = client.get(address(assessment, "actions"))
    client.post(address(assessment, "set_actions"), {"chosen": [given.key, other.key], "person": alice.key})

    assert texts(shown, "//select[@name='person']/option") == ["Laisser telle quelle", "Alice", "Dana"]
    assert (whose(given), whose(other)) == (("Alice", "Alice"), ("Alice", "Alice"))
    assert Event.objects.filter(field="doer").count() == 3


def test_many_are_given_to_nobody_of_another_organisation(client, given, assessment, charlie):
    answer = client.post(address(assessment, "set_actions"), {"chosen": given.key, "person": charlie.key})

    assert (answer.status_code, whose(given)) == (422, ("Dana", "Dana"))


def test_other_changes_leave_it_to_whom_it_is(client, given, assessment):
    client.post(address(assessment, "set_actions"), {"chosen": given.key, "state": "doing"})

    assert whose(given) == ("Dana", "Dana")


def test_it_comes_back_to_the_same_person(given, dana, alice):
    item = frozen.Action(
        what="Relire", owner="Dana", state=frozen.ActionState.DONE, done_on=date(2026, 12, 1), every_months=12
    )

    writes.change(given, item, people.stamp(alice), seen=0)

    assert list(Action.objects.values_list("person__name", "due")) == [("Dana", None), ("Dana", date(2027, 12, 1))]


def test_a_stale_form_takes_nothing_back(client, given, assessment, alice):
    before = said(given, person="")
    writes.change(given, writes.one(given), people.stamp(alice), seen=0, doer=Doer(alice))

    answer = client.post(address(assessment, "action", given.key), before)

    assert (answer.status_code, whose(given)[0]) == (422, "Alice")


def test_nobody_of_another_organisation_is_given_one(client, given, assessment, charlie, mimosa, alice):
    answer = client.post(address(assessment, "action", given.key), said(given, person=charlie.key))

    assert (answer.status_code, error_of(answer, "person")) == (
        422,
        "Cette action ne peut pas être confiée à cette personne : choisissez-en une autre dans la liste.",
    )
    with pytest.raises(NotAMemberError):
        writes.plan(mimosa.pk, [RELIRE], people.stamp(alice), person=charlie)
    with pytest.raises(NotAMemberError):
        writes.change(given, RELIRE, people.stamp(alice), seen=0, doer=Doer(charlie))
    assert (Action.objects.count(), whose(given)) == (1, ("Dana", "Dana"))


def test_a_contributor_changes_what_is_theirs_and_keeps_it(hers, given, dana, assessment, alice):
    shown = hers.get(address(assessment, "action", given.key))
    kept = hers.post(
        address(assessment, "action", given.key), said(given, state="doing", owner="Paul", person=dana.key)
    )
    given.refresh_from_db()
    refused = [
        hers.post(address(assessment, "action", given.key), said(given, state="done", person=person))
        for person in (alice.key, "")
    ]

    assert texts(shown, "//main//form//button") == ["Enregistrer l’action"]
    assert texts(shown, "//select[@name='person']/option") == ["Dana"]
    assert [kept.status_code, *(each.status_code for each in refused)] == [303, 422, 422]
    assert (given.state, whose(given)) == ("doing", ("Dana", "Dana"))


def test_a_contributor_changes_no_other_and_throws_none_away(hers, given, assessment, alice, mimosa):
    other = writes.plan(mimosa.pk, [RELIRE], people.stamp(alice), person=alice)[0]
    before = Event.objects.count()

    answers = [
        hers.post(address(assessment, "action", other.key), said(other)),
        hers.post(address(assessment, "discard_action", given.key)),
        hers.post(address(assessment, "set_actions"), {"chosen": given.key, "state": "doing"}),
        hers.post(address(assessment, "new_action"), said(given)),
    ]

    assert [each.status_code for each in answers] == [403] * 4
    assert texts(hers.get(address(assessment, "action", other.key)), "//main//form//button") == []
    assert Event.objects.count() == before


def test_who_only_reads_by_now_still_finds_it_and_changes_nothing(hers, given, dana, assessment):
    Membership.objects.filter(user=dana).update(role=Role.READER)

    shown = hers.get(address(assessment, "action", given.key))

    assert "Relire" in hers.get(reverse("people:my_work")).content.decode()
    assert texts(shown, "//main//*[contains(@class, 'notice')]/p[last()]") == [
        "Vous lisez cette action, sans la modifier."
    ]
    assert page(shown).xpath("//main//form//*[@name][not(ancestor::fieldset[@disabled])]") == []
    assert texts(hers.get(address(assessment, "new_action")), "//main//form//button") == []
    assert hers.post(address(assessment, "action", given.key), said(given)).status_code == 403


def test_the_calendar_names_the_account_first(given, mimosa, alice):
    Action.objects.update(owner="Dana D.")
    writes.plan(mimosa.pk, [frozen.Action(what="Ranger", owner="Paul", due=date(2026, 12, 20))], people.stamp(alice))

    (found,) = agendas([mimosa])

    assert {due.title: due.owner for due in found.dues if due.owner} == {"Relire": "Dana", "Ranger": "Paul"}


def test_who_leaves_hands_open_actions_over_and_leaves_the_others_under_their_name(client, given, mimosa, alice, dana):
    done = frozen.Action(what="Trier", owner="Dana", state=frozen.ActionState.DONE, done_on=date(2026, 11, 1))
    closed = writes.plan(mimosa.pk, [done], people.stamp(alice), person=dana)[0]
    leaving = reverse("people:remove_member", args=[mimosa.key, dana.key])

    shown = client.get(leaving)
    answer = client.post(leaving, {"heir": alice.key}, follow=True)

    assert texts(shown, "//main//label") == ["Passer la main (1 action) à"]
    assert "À Alice : 1 action." in texts(answer, "//*[@id='messages']")[0]
    assert (whose(given), whose(closed)) == (("Alice", "Alice"), (None, "Dana"))


def test_without_anybody_to_hand_over_to_names_stay(given, mimosa, dana, alice):
    membership = Membership.objects.get(user=dana)

    people_writes.remove(membership, None, people.stamp(alice))

    assert whose(given) == (None, "Dana")


def test_a_file_tells_the_name_and_no_account(given, assessment):
    told = json_format.write(snapshot(assessment, Hold.PLAN)).decode()

    assert ('"owner": "Dana"' in told, given.person.key in told) == (True, False)
