"""The list of pieces to hand to the certifier, as a Word file."""

from __future__ import annotations

from tests.assessments.views.addresses import address
from tests.assessments.views.test_report import word_text


def test_the_list_says_what_is_asked(client, alice, assessment, today):
    client.force_login(alice)

    answer = client.get(address("pieces", assessment))

    name = f'attachment; filename="pieces-a-remettre-atelier-mimosa-{today}.docx"'
    assert answer.headers["Content-Disposition"] == name
    assert "Ce qui est remis, et ce qui manque" in word_text(answer)


def test_the_list_takes_six_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(6):
        client.get(address("pieces", assessment))
