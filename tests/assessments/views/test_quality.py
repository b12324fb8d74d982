"""What weakens proofs, told kind by kind, and mended by one click."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence
from auditblanc.assessments.writes.evidence import note
from auditblanc.domain import evidence as frozen
from tests import people
from tests.pages import page, texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def address(assessment, name="quality"):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key])


def test_each_kind_stands_with_its_own(client, assessment):
    answer = client.get(address(assessment))

    assert texts(answer, "//section//h2") == [
        "Preuves sans date",
        "Vos textes nomment des preuves qui ne sont pas au registre",
    ]
    assert texts(answer, "//section[@id='named_only']//li/span") == [
        "Indicateur 2 : votre texte nomme « Les résultats de 2026, à publier » ; notez-le comme preuve."
    ]
    assert texts(answer, "//section[@id='undated']//li/span") == ["« Catalogue 2027 » : donnez la date de son contenu."]


def test_a_date_is_given_from_there_and_the_page_comes_back(client, assessment):
    form = page(client.get(address(assessment))).xpath("//section[@id='undated']//form")[0]

    answer = client.post(form.action, {**dict(form.fields), "content_date": "2026-05-04"})

    assert (answer.status_code, answer.headers["Location"]) == (303, address(assessment))
    assert Evidence.objects.get().content_date == date(2026, 5, 4)


@pytest.mark.parametrize("back", ["https://ailleurs.invalid/", "//ailleurs.invalid", "/o/autre/"])
def test_it_leads_back_nowhere_else(client, assessment, back):
    said = {"chosen": Evidence.objects.get().key, "content_date": "2026-05-04"}

    answer = client.post(f"{address(assessment, 'set_proofs')}?retour={back}", said)

    assert answer.headers["Location"].startswith(address(assessment, "register"))


def test_the_period_is_chosen_in_the_address(client, assessment, alice):
    old = frozen.Evidence(title="Veille", indicators=(23,), content_date=date(2026, 1, 5), renewal_months=24)
    note(assessment.organisation_id, [old], people.stamp(alice))

    assert texts(client.get(address(assessment)), "//section[@id='before_period']") == []
    told = texts(client.get(address(assessment), {"depuis": "2026-02-01"}), "//section[@id='before_period']//li/span")
    assert told == [
        "« Veille » : son contenu, du 5 janvier 2026, est antérieur à la période choisie, qui commence le 1er février 2026."
    ]


def test_the_overview_counts_them(client, assessment):
    answer = client.get(address(assessment, "overview"))

    assert texts(answer, "//section[@id='preuves']//li") == [
        "Preuves sans date 1",
        "Vos textes nomment des preuves qui ne sont pas au registre 1",
    ]


@pytest.mark.parametrize("count", [1, 300])
def test_the_page_takes_seven_queries_whatever_there_is(client, assessment, alice, count, django_assert_num_queries):
    items = [frozen.Evidence(title=f"P{number}", indicators=(1,)) for number in range(count)]
    note(assessment.organisation_id, items, people.stamp(alice))

    with django_assert_num_queries(7):
        client.get(address(assessment))
