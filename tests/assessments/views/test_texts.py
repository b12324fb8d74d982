"""The editions at hand, and which one is in force."""

from __future__ import annotations

from tests.pages import texts


def test_the_editions_are_listed_with_the_one_in_force(client, alice):
    client.force_login(alice)

    answer = client.get("/textes/")

    titles = texts(answer, "//article/h3")
    assert len(titles) == 3
    assert [title for title in titles if title.endswith("en vigueur")] == [titles[-1]]


def test_the_list_takes_one_query(client, alice, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(1):
        client.get("/textes/")
