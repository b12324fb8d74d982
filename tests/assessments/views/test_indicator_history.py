"""The history of an indicator as a page, and going back."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Event
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.restore import erase_value
from tests import people
from tests.assessments.asking import address, post
from tests.pages import page, texts, words


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def answered(client, assessment):
    post(client, "present", assessment, presentation="Avant", version=0)
    post(client, "rate", assessment, level=3, version=0)
    return assessment


@pytest.mark.parametrize("changes", [0, 2])
def test_history_takes_seven_queries(client, assessment, changes, django_assert_num_queries):
    for level in range(changes):
        post(client, "rate", assessment, level=3 - level, version=level)

    with django_assert_num_queries(7 if changes else 6):
        client.get(address("indicator_history", assessment))


def test_each_answer_is_a_line_newest_first(client, answered):
    lines = texts(
        client.get(address("indicator_history", answered)), "//main//li[@class='version']/p[@class='difference']"
    )

    assert lines == ["3 – Manquant", "Avant", "1 – Prêt", "Le site et le catalogue 2027."]


def test_nothing_yet_says_so(client, assessment):
    assert "Aucun changement pour l’instant." in words(page(client.get(address("indicator_history", assessment))))


def test_an_answer_is_put_back(client, answered):
    post(client, "present", answered, presentation="Après", version=1)
    line = Event.objects.get(field="presentation", version=1)

    answer = post(client, "restore_answer", answered, line.number, version=2)

    assert (answer.status_code, snapshot(answered).rating(1).presentation) == (303, "Avant")


def test_what_stood_at_the_start_is_put_back(client, answered):
    line = Event.objects.get(field="presentation")

    post(client, "restore_answer", answered, line.number, version=1, start=1)

    assert snapshot(answered).rating(1).presentation == "Le site et le catalogue 2027."


def test_from_an_older_page_nothing_is_put_back_and_the_page_says_why(client, answered):
    line = Event.objects.get(field="presentation")
    post(client, "present", answered, presentation="Après", version=1)

    answer = post(client, "restore_answer", answered, line.number, version=1)

    assert (answer.status_code, snapshot(answered).rating(1).presentation) == (409, "Après")
    assert "La réponse a changé depuis l’ouverture de cette page." in words(page(answer))


def test_an_erased_answer_says_so_and_cannot_come_back(client, answered, alice):
    line = Event.objects.get(field="presentation")
    erase_value(line, people.stamp(alice))

    told = words(page(client.get(address("indicator_history", answered))))

    assert "Valeur effacée le" in told
    assert post(client, "restore_answer", answered, line.number, version=1).status_code == 404


def test_what_is_not_an_answer_of_the_indicator_cannot_be_put_back(client, answered):
    line = Event.objects.get(field="presentation")

    assert post(client, "restore_answer", answered, 1, version=0).status_code == 404
    assert post(client, "restore_answer", answered, line.number, indicator=2, version=0).status_code == 404


def test_without_a_version_nothing_is_put_back(client, answered):
    line = Event.objects.get(field="presentation")

    assert post(client, "restore_answer", answered, line.number).status_code == 422
