"""Where a person may begin."""

from __future__ import annotations

import pytest

from auditblanc.accounts.writes import found_organisation
from auditblanc.assessments.reads.own import PAGE, own_page, shelves_of
from tests import people


def names(page):
    return [each.name for each in page.organisations]


def test_own_organisations_are_those_one_may_write_in(alice, mimosa, assessment, charlie):
    people.member("Bob", mimosa, "reader")
    found_organisation(name="Exemple fictif", by=alice, at=people.NOON, is_example=True)

    found = shelves_of(own_page(alice).organisations)

    assert [(each.organisation, each.assessments) for each in found] == [(mimosa, (assessment,))]


def test_a_reader_begins_nothing_there(bob, assessment):
    assert own_page(bob).organisations == ()


def test_they_are_found_by_name_a_page_at_a_time(alice):
    for number in range(PAGE + 2):
        people.organisation(f"Atelier {number:02}", alice)

    second = own_page(alice, page=2)

    assert (names(second), second.found, second.pages, second.is_searched) == (
        ["Atelier 20", "Atelier 21"],
        22,
        2,
        True,
    )
    assert names(own_page(alice, "07 atel")) == ["Atelier 07"]
    assert names(own_page(alice, page=99)) == ["Atelier 20", "Atelier 21"]


def test_the_one_that_is_chosen_is_there_whatever_is_looked_for(alice, mimosa, charlie):
    theirs = charlie.memberships.get().organisation

    assert names(own_page(alice, "rien", chosen=mimosa.key)) == ["Atelier Mimosa"]
    assert names(own_page(alice, "rien", chosen=theirs.key)) == []


@pytest.mark.parametrize("count", [1, PAGE + 3])
def test_a_page_takes_two_queries_and_its_assessments_one(alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"Organisme {number}", alice), alice)

    with django_assert_num_queries(3):
        found = shelves_of(own_page(alice).organisations)

    assert len(found) == min(count, PAGE)
