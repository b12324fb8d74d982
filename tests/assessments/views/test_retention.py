"""Lengths of keeping: the organisation's own, empty at first, and the list that is past them."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event, Evidence, Retention
from tests.pages import error_of, page, texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def address(assessment):
    return reverse("assessments:retention", args=[assessment.organisation.key, assessment.key])


def test_nothing_is_proposed(client, assessment):
    shown = page(client.get(address(assessment))).xpath("//main//form")[0].fields

    assert {value for name, value in shown.items() if name != "csrfmiddlewaretoken"} == {None}


def test_lengths_are_kept_once_a_kind(client, assessment):
    client.post(address(assessment), {"health": "24", "other": "120"})
    client.post(address(assessment), {"health": "12"})

    assert list(Retention.objects.values_list("kind", "months")) == [("health", 12)]
    assert Event.objects.filter(field="retention").count() == 2


def test_a_length_that_cannot_be_is_said_next_to_it(client, assessment):
    answer = client.post(address(assessment), {"health": "0"})

    assert (answer.status_code, error_of(answer, "health")) == (
        422,
        "Donnez une durée en mois, de 1 à 600, ou laissez vide.",
    )


def test_what_is_past_is_listed_and_goes_to_the_bin(client, assessment):
    Evidence.objects.update(content_date=date(2020, 1, 1))
    client.post(address(assessment), {"other": "12"})
    shown = client.get(address(assessment))
    form = page(shown).xpath("//section[@id='purger']//form")[0]

    answer = client.post(form.action, dict(form.fields) | {"chosen": [Evidence.objects.get().key]})

    assert texts(shown, "//section[@id='purger']//li") == [
        "Catalogue 2027 Autres preuves : à garder jusqu’au 1er janvier 2021 d’après votre règle."
    ]
    assert (answer.headers["Location"], Evidence.objects.get().removed_at is not None) == (address(assessment), True)
