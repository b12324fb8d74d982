"""The page of documents: every format there is, and where each leads."""

from __future__ import annotations

from auditblanc.interchange.formats import WRITTEN
from tests.assessments.views.addresses import address
from tests.pages import page, texts


def test_every_format_that_is_written_can_be_downloaded(client, alice, assessment):
    client.force_login(alice)

    answer = client.get(address("documents", assessment))

    forms = {form.get("action") for form in page(answer).xpath("//main//form")}
    assert {address("export", assessment, entry.name) for entry in WRITTEN} - forms == set()


def test_each_document_says_what_it_is(client, alice, assessment):
    client.force_login(alice)

    answer = client.get(address("documents", assessment))

    assert texts(answer, "//main//h3") == [
        "Fiche Word",
        "Rapport",
        "Pièces à remettre",
        "Classeur",
        "Une partie, pour quelqu’un",
        "JSON",
    ]


def test_the_page_takes_six_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(6):
        client.get(address("documents", assessment))
