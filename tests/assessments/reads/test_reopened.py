"""What a text re-opens, told from level strings alone: the same as the bridge would leave to look at again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.accounts.models import Membership
from auditblanc.assessments import editions
from auditblanc.assessments.reads.reopened import reopened
from auditblanc.domain.bridge import bridge
from auditblanc.domain.edition_changes import changes
from auditblanc.domain.referential import ChangeKind
from auditblanc.domain.snapshot import Level, Rating, Review
from tests import people

OLD = replace(
    people.SNAPSHOT,
    edition="2019-v9",
    ratings=tuple(Rating(indicator=number, level=Level.PARTIAL) for number in range(1, 33)),
    evidence=(),
)


def told(person):
    return reopened(person, editions.catalogue(), "2026-v9")


def test_it_names_those_that_the_bridge_leaves_to_look_at_again(alice, mimosa):
    people.assessment(mimosa, alice, OLD)

    (line,) = told(alice).lines

    left = bridge(editions.catalogue(), OLD, "2026-v9").reviewed(Review.LOOK_AGAIN)
    assert line.numbers == tuple(each.changes.indicator for each in left)
    assert (line.organisation, str(line), line.edition) == ("Atelier Mimosa", "Audit de mars", "2019-v9")


def test_what_has_no_level_is_not_told(alice, mimosa):
    people.assessment(mimosa, alice, replace(OLD, ratings=()))

    assert (told(alice).lines, told(alice).untouched) == ((), 1)


def test_the_sums_are_those_of_the_lines(alice):
    again = [each.indicator for each in changes(editions.catalogue(), "2019-v9", "2026-v9") if each.reopens]
    first = again[0]
    for name, ratings in (("Tout", OLD.ratings), ("Un", (Rating(indicator=first, level=Level.READY),))):
        people.assessment(people.organisation(name, alice), alice, replace(OLD, ratings=ratings))

    found = told(alice)

    assert [(line.organisation, len(line.numbers)) for line in found.lines] == [("Tout", len(again)), ("Un", 1)]
    assert found.count == len(again) + 1
    assert found.by_indicator == tuple((number, 2 if number == first else 1) for number in again)
    new = [each for each in changes(editions.catalogue(), "2019-v9", "2026-v9") if each.kind is ChangeKind.NEW]
    assert found.new == tuple(each.indicator for each in new)


def test_only_the_current_assessment_of_ones_own_organisations_is_told(alice, mimosa, charlie):
    people.assessment(mimosa, alice, OLD)
    people.assessment(mimosa, alice)
    people.assessment(charlie.memberships.get().organisation, charlie, OLD)
    example = people.organisation("Exemple", alice)
    people.assessment(example, alice, OLD)
    type(example).objects.filter(pk=example.pk).update(is_example=True)
    gone = people.organisation("Partie", alice)
    people.assessment(gone, alice, OLD)
    Membership.objects.filter(organisation=gone).delete()

    assert told(alice).lines == ()


@pytest.mark.parametrize("count", [1, 60])
def test_it_takes_one_query_however_many_there_are(alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"O{number:03}", alice), alice, OLD)

    with django_assert_num_queries(1):
        found = told(alice)

    assert len(found.lines) == count
