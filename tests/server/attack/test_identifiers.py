"""Every form and every address with the identifiers of somebody else: found by itself, tried as each role, changing nothing."""

from __future__ import annotations

import os
import re

import pytest
from django.db import transaction
from django.urls import resolve

from auditblanc.accounts.models import Role
from tests import people
from tests.architecture.test_access import filled
from tests.pages import closed
from tests.server.accounts import account
from tests.server.attack.forms import forms
from tests.server.attack.world import ALL, Attempts, another, place

ADDRESSES = {name: address for address, name in ALL}
THEIRS = "Atelier Charlie"
REFUSED = (403, 404, 405)
# The fields of our pages that name a row, by the name of their address.
NAMING = {
    "action: closing_evidence",
    "action: person",
    "begin: organisation",
    "choose_proofs: chosen",
    "comments: thread",
    "comments: to",
    "finding: evidence",
    "new_action: closing_evidence",
    "new_action: person",
    "organisation_files: into",
    "put_back: key",
    "received: organisation",
    "remove_member: heir",
    "set_actions: chosen",
    "set_actions: person",
    "set_proofs: chosen",
    "shares: n",
}
# What stands beside them, where what a person would type there is refused.
BESIDE = {"begin": {"name": [""]}, "set_proofs": {"add_indicators": ["3"], "remove_indicators": [""]}}
# Hidden and blank on their page, and only ever words.
WORDS = re.compile(r"\d+-place")
# Addresses of an organisation that no page of these two has a form for, and why.
WITHOUT_FORM = {
    "confirm_folder": "second step of a folder that is dropped; what it repeats is signed",
    "look_again_done": "only where a new text reopens an indicator",
    "remove_logo": "only where there is a logo",
    "restore_answer": "only where an answer was changed",
    "restore_piece": "only where a file was replaced",
}
# What a contributor to whom indicators are given may change of them, and what is one's own. (An action that is theirs too, but
# not with the form of who may give it to somebody else.)
GIVEN = {
    "add_pieces",
    "change_proof",
    "choose_proofs",
    "comments",
    "detach_proof",
    "discard_proof",
    "drop_files",
    "note_proof",
    "phrases",
    "proof",
    "remove_piece",
    "remove_proof",
    "replace_piece",
    "settle_comment",
    "tags",
    "tick",
}
# The others may do less than the first, and have nothing given to them.
EVERY_ROLE = list(Role) if os.environ.get("AUDITBLANC_SOAK") else [Role.OWNER, Role.CONTRIBUTOR]


# What a test makes for itself is undone within what is made for all.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def both(django_db_setup, django_db_blocker):
    """Two organisations, made once for all that is tried here, since each attempt is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield [place(owner, people.organisation(f"Atelier {name}", owner)) for name, owner in owners()]
        transaction.set_rollback(True)


def owners():
    return [("Mimosa", account("Alice")), ("Charlie", account("Charlie"))]


@pytest.fixture(scope="module")
def mimosas(both):
    return both[0]


@pytest.fixture(scope="module")
def theirs(both):
    return both[1]


@pytest.fixture(scope="module")
def drawn(mimosas):
    """Each form of each page of Alice's, by the name of the address it is sent to; of forms alike, the first."""
    alice, found = Attempts(mimosas, Role.OWNER), {}
    of_another_proof = filled(ADDRESSES["proof"], {**mimosas.places, "evidence": mimosas.places["unseen"]})
    ours = (filled(address, mimosas.places) for address, name in ALL if name != "gallery")
    for path in (*ours, of_another_proof):
        answer = alice.client.get(path)
        closed(answer)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            for form in forms(answer, path):
                name = resolve(form.address.partition("?")[0]).url_name
                found.setdefault((name, tuple(sorted(form.possible))), form.beside(BESIDE.get(name, {})))
    return [(name, form) for (name, _), form in found.items()]


def naming(drawn, of):
    """Each field that may hold the key of a row: where it stands, its form, its name, the kind of row; of a series, the first."""
    kinds, found = of.kinds, {}
    for where, form in drawn:
        for name, values in form.possible.items():
            kind = next((kinds[key] for value in values for key in kinds if key in value), None)
            if kind:
                found.setdefault((f"{where}: {name.rstrip('0123456789')}", form.address), (form, name, kind))
    return [(where, *each) for (where, _), each in found.items()]


def is_refused(answer, changed):
    """Nothing is changed, nothing of theirs is told, and whoever tried reads a page or a sentence."""
    return not changed and answer.status_code < 500 and THEIRS not in answer.content.decode()


def test_the_fields_that_name_a_row_are_found(drawn, mimosas):
    assert {where for where, *_ in naming(drawn, mimosas)} == NAMING


def test_their_forms_do_change_something_with_rows_of_ones_own(drawn, mimosas):
    attempts = Attempts(mimosas, Role.OWNER)
    working = {where for where, form, *_ in naming(drawn, mimosas) if attempts.changes(form.address, form.sent)[1]}

    # This one reads a file: tests of its own give it one, with somebody else's organisation too.
    assert working == NAMING - {"organisation_files: into"}


@pytest.mark.soak
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_a_field_with_somebody_elses_row_changes_nothing(role, drawn, mimosas, theirs):
    attempts, keys = Attempts(mimosas, role), theirs.keys
    tried = [
        (where, attempts.changes(form.address, {**form.sent, name: [keys[kind]]}))
        for where, form, name, kind in naming(drawn, mimosas)
    ]

    assert [where for where, told in tried if not is_refused(*told)] == []


@pytest.mark.parametrize("role", [Role.OWNER, Role.CONTRIBUTOR])
def test_what_a_page_keeps_out_of_sight_reaches_nothing_of_theirs(role, drawn, mimosas, theirs):
    attempts, keys = Attempts(mimosas, role), theirs.keys
    tried = [
        (where, name, attempts.changes(form.address, {**form.sent, name: [key]}))
        for where, form in drawn
        for name in form.blank
        if not WORDS.fullmatch(name)
        for key in keys.values()
    ]

    assert {(where, name) for where, name, told in tried if not is_refused(*told)} == set()
    assert {("new_action", "finding"), ("erase_event", "journal")} <= {each[:2] for each in tried}


@pytest.mark.soak
@pytest.mark.parametrize("role", EVERY_ROLE)
def test_an_address_with_somebody_elses_row_changes_nothing_and_shows_nothing(role, mimosas, theirs):
    attempts = Attempts(mimosas, role)
    tried = [
        (
            name,
            part,
            method,
            attempts.changes(filled(address, {**mimosas.places, part: theirs.places[part]}), method=method),
        )
        for address, name in ALL
        for part in re.findall(r"<(?:\w+:)?(\w+)>", address)
        if mimosas.places[part] != theirs.places[part]
        for method in ("get", "post")
    ]

    assert [each[:3] for each in tried if not (is_refused(*each[3]) and each[3][0].status_code in REFUSED)] == []


def test_every_address_that_changes_something_has_its_form_tried_or_its_reason(drawn, mimosas):
    attempts = Attempts(mimosas, Role.OWNER)
    accepting = {
        name
        for address, name in ALL
        if ":organisation>" in address and attempts.changes(filled(address, mimosas.places))[0].status_code != 405
    }

    assert accepting - {where for where, _ in drawn} == set(WITHOUT_FORM)


@pytest.mark.parametrize("role", [Role.OWNER, Role.CONTRIBUTOR])
def test_a_row_of_another_assessment_is_not_in_this_one(role, mimosas):
    other, attempts = another(mimosas), Attempts(mimosas, role)
    tried = [
        (name, method, attempts.changes(filled(address, {**mimosas.places, part: key}), method=method))
        for address, name in ALL
        for part, key in other.items()
        if f":{part}>" in address
        for method in ("get", "post")
    ]

    assert [each[:2] for each in tried if each[2][1] or each[2][0].status_code not in REFUSED] == []
    assert {name for name, *_ in tried} == {"frozen_copy", "copy_file", "settle_comment"}


def test_a_contributor_changes_what_is_given_to_them_alone(drawn, mimosas):
    attempts = Attempts(mimosas, Role.CONTRIBUTOR)

    assert {where for where, form in drawn if attempts.changes(form.address, form.sent)[1]} == GIVEN


@pytest.mark.parametrize(("part", "named"), [("indicator", None), ("evidence", "unseen"), ("piece", "unseen_piece")])
def test_a_contributor_is_refused_what_is_not_given_to_them(part, named, drawn, mimosas):
    attempts, sent = Attempts(mimosas, Role.CONTRIBUTOR), dict(drawn)
    elsewhere = {**mimosas.places, part: mimosas.places[named] if named else 2}
    tried = {
        name: attempts.changes(filled(ADDRESSES[name], elsewhere), sent[name].sent)
        for name in GIVEN - {"comments", "settle_comment"}
        if f":{part}>" in ADDRESSES[name]
    }

    assert {name for name, (answer, changed) in tried.items() if changed or answer.status_code not in REFUSED} == set()
    assert tried


def test_a_contributor_cites_a_proof_for_no_indicator_but_theirs(drawn, mimosas):
    attempts = Attempts(mimosas, Role.CONTRIBUTOR)
    tried = {
        where: attempts.changes(form.address, {**form.sent, "indicators": ["1, 2"]})
        for where, form in drawn
        if "indicators" in form.sent and where in GIVEN
    }

    assert {where: (answer.status_code, changed) for where, (answer, changed) in tried.items()} == {
        "change_proof": (422, set()),
        "note_proof": (422, set()),
        "proof": (422, set()),
    }
