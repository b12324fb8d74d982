"""What a person finds the first time."""

from __future__ import annotations

import pytest

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.writes import found_organisation, local_person
from auditblanc.assessments.models import Assessment
from auditblanc.web.local.first_start import welcome
from tests.neutral import make_neutral
from tests.people import NOON

pytestmark = pytest.mark.django_db


def test_three_worked_examples_whole_and_marked_as_such():
    welcome(local_person(), at=NOON)

    assert [(each.is_example, "(exemple fictif)" in each.name) for each in Organisation.objects.all()] == [
        (True, True)
    ] * 3
    assert [len(each.levels) for each in Assessment.objects.all()] == [33, 33, 33]


def test_they_are_not_made_twice_nor_beside_ones_own():
    person = local_person()
    found_organisation(name="Mimosa", by=person, at=NOON)

    welcome(person, at=NOON)

    assert Organisation.objects.count() == 1


def test_a_certification_body_is_shown_no_worked_answers(settings):
    make_neutral(settings)

    welcome(local_person(), at=NOON)

    assert Organisation.objects.count() == 0
