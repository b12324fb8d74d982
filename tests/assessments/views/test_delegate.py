"""« Confier une partie » : a file that holds the indicators chosen, and nothing of the others."""

from __future__ import annotations

import pytest

from auditblanc.interchange import formats
from tests.assessments.views.addresses import address
from tests.pages import page, texts

ASKED = {"recipient": "Paul", "indicators": ["1", "17"], "kind": "docx"}


def test_the_page_lists_the_indicators_of_each_criterion(client, alice, assessment, catalogue):
    client.force_login(alice)

    boxes = page(client.get(address("delegate", assessment))).xpath("//main//input[@type='checkbox']")

    assert [int(box.get("value")) for box in boxes] == list(catalogue.edition("2026-v9").numbers)


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_part_holds_only_what_was_chosen(client, alice, assessment, catalogue, today, kind):
    client.force_login(alice)

    answer = client.get(address("part_file", assessment), {**ASKED, "kind": kind})

    read = formats.read(answer.content, catalogue)
    assert answer.headers["Content-Disposition"].endswith(f'"partie-de-paul-atelier-mimosa-{today}.{kind}"')
    assert read.problems == ()
    assert [r.presentation for r in read.snapshot.ratings if not r.is_blank] == ["Le site et le catalogue 2027."]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"recipient": ""}, "Écrivez à qui vous confiez cette partie, par exemple « Paul »."),
        ({"recipient": "p" * 101}, "Ce nom compte 101 caractères : restez sous 100."),
        ({"indicators": []}, "Choisissez au moins un indicateur."),
        ({"indicators": ["99"]}, "L’indicateur 99 n’existe pas dans ce texte."),
    ],
)
def test_a_part_that_is_not_clear_is_not_made(client, alice, assessment, wrong, sentence):
    client.force_login(alice)

    answer = client.get(address("part_file", assessment), {**ASKED, **wrong})

    assert (answer.status_code, texts(answer, "//main//*[@class='error']")) == (422, [sentence])


def test_what_was_chosen_stays_chosen(client, alice, assessment):
    client.force_login(alice)

    answer = client.get(address("part_file", assessment), {**ASKED, "recipient": ""})

    chosen = page(answer).xpath("//main//input[@type='checkbox'][@checked]")
    assert [box.get("value") for box in chosen] == ["1", "17"]


def test_choosing_takes_five_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(5):
        client.get(address("delegate", assessment))
