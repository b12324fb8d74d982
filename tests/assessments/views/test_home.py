"""The first page: what a person has, and nothing of anybody else's."""

from __future__ import annotations

import pytest

from tests import people


def test_home_takes_three_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(3):
        client.get("/")


@pytest.mark.parametrize("count", [1, 3])
def test_home_takes_as_many_queries_for_more_organisations(client, alice, count, django_assert_num_queries):
    for number in range(count):
        people.assessment(people.organisation(f"Organisme {number}", alice), alice)
    client.force_login(alice)

    with django_assert_num_queries(3):
        client.get("/")
