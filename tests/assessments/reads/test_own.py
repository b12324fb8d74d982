"""Where a person may begin."""

from __future__ import annotations

import pytest

from auditblanc.accounts.writes import found_organisation
from auditblanc.assessments.reads.own import own_shelves
from tests import people


def test_own_shelves_are_those_one_may_write_in(alice, mimosa, assessment, charlie):
    people.member("Bob", mimosa, "reader")
    found_organisation(name="Exemple fictif", by=alice, at=people.NOON, is_example=True)

    found = own_shelves(alice)

    assert [(each.organisation, each.assessments) for each in found] == [(mimosa, (assessment,))]


def test_a_reader_begins_nothing_there(bob, assessment):
    assert own_shelves(bob) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_own_shelves_take_two_queries(alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"Organisme {number}", alice), alice)

    with django_assert_num_queries(2):
        own_shelves(alice)
