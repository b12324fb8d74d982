"""Frozen copies: made under a name, listed with what moved, in as many queries for three as for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event, FrozenCopy
from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.domain.snapshot import Level, Rating
from tests import people
from tests.pages import cells, error_of


def address(name, assessment, **more):
    return reverse(
        f"assessments:{name}", kwargs={"organisation": assessment.organisation.key, "key": assessment.key, **more}
    )


def test_a_copy_is_frozen_under_its_name(client, alice, assessment):
    client.force_login(alice)

    answer = client.post(address("freeze_copy", assessment), {"name": " Avant audit "})

    made = FrozenCopy.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (303, address("copies", assessment))
    assert (made.name, made.made_by, Event.objects.last().verb) == ("Avant audit", alice, "froze")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Donnez un nom à la copie, par exemple « Avant l’audit initial »."),
        ("n" * 201, "Ce nom compte 201 caractères : restez sous 200."),
    ],
)
def test_a_copy_without_a_good_name_is_not_made(client, alice, assessment, name, sentence):
    client.force_login(alice)

    answer = client.post(address("freeze_copy", assessment), {"name": name})

    assert (answer.status_code, FrozenCopy.objects.count()) == (422, 0)
    assert error_of(answer, "name") == sentence


def test_the_list_tells_what_moved_from_one_copy_to_the_next(client, alice, assessment):
    freeze(assessment, "Avant", people.stamp(alice))
    value = Rating(indicator=2, level=Level.READY)
    later = people.NOON + timedelta(days=1)
    ratings.answer(assessment, value, field="level", started_from=0, stamp=people.stamp(alice, later))
    freeze(assessment, "Après", people.stamp(alice, later))
    client.force_login(alice)

    first, second = cells(client.get(address("copies", assessment)))

    assert (first[0], first[2:6:], first[6]) == ("Avant", ["1", "1", "1", "18"], "première copie")
    assert (second[0], second[2:6], second[6]) == ("Après", ["2", "0", "1", "18"], "Mieux : 2")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_more_copies(client, alice, assessment, count, django_assert_num_queries):
    for number in range(count):
        freeze(assessment, f"Copie {number}", people.stamp(alice))
    client.force_login(alice)

    with django_assert_num_queries(6):
        client.get(address("copies", assessment))
