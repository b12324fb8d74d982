"""A person's own phrases: kept by indicator, found again, added by hand to the text of any of their organisations."""

from __future__ import annotations

import csv
import io

import pytest

from auditblanc.accounts.models import Membership
from auditblanc.assessments.models import Phrase
from auditblanc.assessments.reads.phrases import PAGE
from auditblanc.assessments.reads.snapshot import snapshot
from auditblanc.assessments.writes.phrases import AT_MOST, keep
from tests import people
from tests.assessments.asking import address, post, save
from tests.pages import error_of, page, texts

AT = "/phrases/"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def kept(person, indicator, text):
    return keep(person, indicator, text, people.NOON)


def shown(answer):
    return texts(answer, "//main//p[@class='phrase']")


def test_a_phrase_is_kept_as_it_is_typed(client, alice):
    answer = client.post(AT, {"indicator": "4", "text": " La fiche de besoin,\r\nsignée. "})

    assert (answer.status_code, answer.headers["Location"]) == (303, f"{AT}?indicateur=4")
    assert [(each.indicator, each.text) for each in Phrase.objects.all()] == [(4, "La fiche de besoin,\nsignée.")]


def test_the_same_is_kept_once(client, alice):
    for _ in range(2):
        client.post(AT, {"indicator": "4", "text": "La fiche."})

    assert Phrase.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"indicator": "4", "text": " "}, "text", "Écrivez la phrase à garder."),
        ({"indicator": "99", "text": "x"}, "indicator", "Choisissez un des indicateurs."),
        (
            {"indicator": "4", "text": "x" * 2_001},
            "text",
            "Cette phrase compte 2001 caractères ; la limite est de 2000.",
        ),
        (
            {"indicator": "4", "text": "\x01"},
            "text",
            "Le texte contient un caractère illisible (code U+0001) : effacez-le et ressaisissez ce passage.",
        ),
    ],
)
def test_what_cannot_be_kept_is_told_next_to_the_field(client, alice, said, field, sentence):
    answer = client.post(AT, said)

    assert (answer.status_code, error_of(answer, field)) == (422, sentence)
    assert Phrase.objects.count() == 0


def test_no_more_than_thirty_for_an_indicator(client, alice):
    for number in range(AT_MOST):
        kept(alice, 4, f"Phrase {number}")

    answer = client.post(AT, {"indicator": "4", "text": "Une de plus."})

    assert error_of(answer, "text") == "Vous gardez déjà 30 phrases pour cet indicateur : retirez-en une."


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Le catalogue.", "La fiche."]),
        ("?indicateur=4", ["La fiche."]),
        ("?mots=CATA", ["Le catalogue."]),
        ("?mots=rien", []),
        ("?indicateur=x&page=0", ["Le catalogue.", "La fiche."]),
    ],
)
def test_they_are_found_by_indicator_and_words(client, alice, asked, found):
    kept(alice, 4, "La fiche.")
    kept(alice, 1, "Le catalogue.")

    assert shown(client.get(AT + asked)) == found


def test_none_says_where_one_is_kept(client, alice):
    assert texts(client.get(AT), "//main//div[@class='empty']/p/strong") == ["Aucune phrase gardée."]


@pytest.mark.parametrize("count", [1, PAGE + 3])
def test_the_list_takes_three_queries_however_many_there_are(client, alice, count, django_assert_num_queries):
    for number in range(count):
        kept(alice, 1 + number % 30, f"Phrase {number}")

    with django_assert_num_queries(3):
        answer = client.get(AT)

    assert len(shown(answer)) == min(count, PAGE)


def test_one_is_changed_or_forgotten(client, alice):
    row = kept(alice, 4, "La fiche.")

    client.post(f"{AT}{row.key}/", {"text": "La fiche de besoin."})
    changed = Phrase.objects.get().text
    refused = client.post(f"{AT}{row.key}/", {"text": ""})
    client.post(f"{AT}{row.key}/retirer/")

    assert (changed, refused.status_code, Phrase.objects.count()) == ("La fiche de besoin.", 422, 0)


@pytest.mark.parametrize("path", ["", "retirer/"])
def test_another_s_are_not_there(client, alice, charlie, path):
    row = kept(charlie, 4, "Secrète.")

    answer = client.post(f"{AT}{row.key}/{path}", {"text": "x"})

    assert (answer.status_code, Phrase.objects.get().text) == (404, "Secrète.")
    assert shown(client.get(AT)) == []


def test_all_of_them_are_a_file_where_nothing_is_a_formula(client, alice):
    kept(alice, 4, "=1+1")

    answer = client.get(f"{AT}fichier/csv/")

    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert lines == [["Indicateur", "Phrase"], ["4", "'=1+1"]]
    assert client.get(f"{AT}fichier/pdf/").status_code == 404


def test_they_go_with_the_person(alice):
    kept(alice, 4, "La fiche.")

    alice.delete()

    assert Phrase.objects.count() == 0


def test_those_of_the_indicator_are_shown_where_they_are_asked_for(client, assessment, alice):
    kept(alice, 1, "Le catalogue.")
    kept(alice, 2, "Les taux.")

    closed = client.get(address("indicator", assessment))
    led = client.get(address("phrases_here", assessment), follow=True)
    alone = client.get(address("phrases_here", assessment), headers={"HX-Request": "true"})

    assert shown(closed) == []
    assert texts(closed, "//form[@id='phrases']//button") == ["Mes phrases pour cet indicateur"]
    assert shown(led) == ["Le catalogue."]
    assert texts(alone, "//p[@class='phrase']") == ["Le catalogue."]


def test_one_is_added_to_what_was_typed_by_the_save_of_the_text(client, assessment, alice):
    row = kept(alice, 1, "Le catalogue.\nÀ jour.")

    post(client, "present", assessment, presentation="Le site. \n", version=0, phrase=row.key)

    assert snapshot(assessment).rating(1).presentation == "Le site.\nLe catalogue.\nÀ jour."


def test_to_nothing_it_is_added_alone(client, assessment, alice):
    row = kept(alice, 5, "Le catalogue.")

    post(client, "present", assessment, indicator=5, presentation="", version=0, phrase=row.key)

    assert snapshot(assessment).rating(5).presentation == "Le catalogue."


def test_somebody_else_s_answer_in_between_is_shown_beside_it(client, assessment, alice):
    row = kept(alice, 1, "Le catalogue.")
    save(client, "present", assessment, presentation="Entre-temps.", version=0)

    answer = client.post(address("present", assessment), {"presentation": "Le site.", "version": 0, "phrase": row.key})

    assert answer.status_code == 409
    assert "Le site.\nLe catalogue." in page(answer).text_content()
    assert shown(answer) == []
    assert snapshot(assessment).rating(1).presentation == "Entre-temps."


def test_another_s_phrase_adds_nothing(client, assessment, charlie):
    row = kept(charlie, 1, "Secrète.")

    post(client, "present", assessment, presentation="Le site.", version=0, phrase=row.key)

    assert snapshot(assessment).rating(1).presentation == "Le site."


def test_who_may_not_answer_is_offered_none(client, assessment, mimosa, alice):
    Membership.objects.filter(user=alice).update(role="reader")

    assert texts(client.get(address("indicator", assessment)), "//*[@id='phrases']") == []
