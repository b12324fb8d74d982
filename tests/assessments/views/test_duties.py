"""What comes back in the year: chosen from a library, it enters the plan."""

from __future__ import annotations

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Action
from tests import people
from tests.pages import texts

LABELS = "//ul[@class='ticks']//span[1]"
WATCH = "Tenir la veille légale et réglementaire, et dire ce qu’elle change chez nous"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def address(assessment):
    return reverse("assessments:duties", args=[assessment.organisation.key, assessment.key])


def test_what_is_ticked_enters_the_plan_and_is_offered_no_more(client, assessment):
    answer = client.post(address(assessment), {"chosen": [WATCH], "owner": "Paul"}, follow=True)

    row = Action.objects.get()
    assert (row.what, row.owner, row.every_months, row.origin) == (WATCH, "Paul", 3, "duty")
    assert WATCH in "".join(texts(answer, "//tbody//th"))
    assert not any(WATCH in each for each in texts(client.get(address(assessment)), LABELS))


def test_nothing_ticked_is_said_at_the_list(client, assessment):
    answer = client.post(address(assessment), {"owner": "Paul"})

    assert answer.status_code == 422
    assert "Cochez au moins une échéance, ou revenez au plan." in texts(answer, "//*[@class='error']")
    assert Action.objects.count() == 0


def test_what_is_not_in_the_library_is_refused(client, assessment):
    answer = client.post(address(assessment), {"chosen": ["Autre chose"], "owner": ""})

    assert (answer.status_code, Action.objects.count()) == (422, 0)


def test_the_same_request_again_plans_nothing_more(client, assessment):
    for _ in range(2):
        client.post(address(assessment), {"chosen": [WATCH], "owner": "", "request": "r-1"})

    assert Action.objects.count() == 1


def test_a_reader_plans_nothing(client, assessment, mimosa):
    client.force_login(people.member("Rosa", mimosa, "reader"))

    assert client.post(address(assessment), {"chosen": [WATCH]}).status_code == 403


def test_the_page_takes_few_queries(client, assessment, django_assert_num_queries):
    client.get(address(assessment))
    with django_assert_num_queries(7):
        client.get(address(assessment))
