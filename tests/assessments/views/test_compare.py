"""Any two states of an organisation's assessments, line by line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from auditblanc.assessments.writes import ratings
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.domain.snapshot import Level, Rating
from tests import people
from tests.pages import cells, texts

LATER = people.NOON + timedelta(hours=1)


@pytest.fixture
def copy(assessment, alice):
    return freeze(assessment, "Avant audit", people.stamp(alice))


def compared(client, assessment, before, after):
    return client.get(
        reverse("assessments:compare", args=[assessment.organisation.key]), {"avant": before, "apres": after}
    )


def test_what_changed_since_a_copy_is_told_line_by_line(client, alice, assessment, copy):
    for field, value in {
        "level": {"level": Level.READY},
        "presentation": {"presentation": "Les résultats de 2027."},
    }.items():
        answer = Rating(indicator=2, **value)
        ratings.answer(assessment, answer, field=field, started_from=0, stamp=people.stamp(alice, LATER))
    client.force_login(alice)

    answer = compared(client, assessment, copy.key, assessment.key)

    assert cells(answer) == [
        ["Indicateur 2", "Niveau", "2 – Partiel", "1 – Prêt"],
        ["Indicateur 2", "Ce que vous avez prévu de présenter", "Les résultats de 2026, à publier.2027."],
    ]
    assert texts(answer, "//main//del") == ["2026, à publier."]
    assert texts(answer, "//main//ins") == ["2027."]


def test_the_same_state_twice_differs_in_nothing(client, alice, assessment, copy):
    client.force_login(alice)

    assert cells(compared(client, assessment, copy.key, copy.key)) == []


def test_a_state_of_another_organisation_is_not_found(client, alice, assessment, charlie, copy):
    other = people.assessment(charlie.memberships.get().organisation, charlie)
    client.force_login(alice)

    assert compared(client, assessment, copy.key, other.key).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_choosing_takes_as_many_queries_for_more_copies(client, alice, assessment, count, django_assert_num_queries):
    for number in range(count):
        freeze(assessment, f"Copie {number}", people.stamp(alice))
    client.force_login(alice)

    with django_assert_num_queries(4):
        client.get(reverse("assessments:compare", args=[assessment.organisation.key]))
