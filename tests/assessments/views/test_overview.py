"""The first page of an assessment."""

from __future__ import annotations

from django.urls import reverse


def test_overview_takes_six_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(6):
        answer = client.get(reverse("assessments:overview", args=[assessment.organisation.key, assessment.key]))

    assert answer.status_code == 200
