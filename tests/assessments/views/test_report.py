"""The report as PDF and Word: in the looks of the organisation, with or without the points to watch."""

from __future__ import annotations

import io
import os
import socket
from zipfile import ZipFile

import pytest

from auditblanc.accounts import writes
from auditblanc.assessments.models import Event
from auditblanc.assessments.pdf import VARIABLE
from auditblanc.domain.neutral import MENTION
from tests.assessments.views.addresses import address
from tests.images import png
from tests.neutral import make_neutral
from tests.pages import texts


def word_text(answer):
    return ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()


def test_the_report_is_a_pdf_named_after_the_organisation(client, alice, assessment, today):
    client.force_login(alice)

    answer = client.get(address("report", assessment, "pdf"))

    name = f'attachment; filename="rapport-atelier-mimosa-{today}.pdf"'
    assert (answer.content[:5], answer.headers["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert answer.headers["Content-Disposition"] == name


def test_the_report_carries_logo_colour_and_the_head_of_the_journal(client, alice, assessment):
    writes.change_looks(assessment.organisation, name="Atelier Mimosa", accent="#123456")
    writes.put_logo(assessment.organisation, media_type="image/png", data=png())
    client.force_login(alice)

    answer = client.get(address("report", assessment, "docx"))

    package = ZipFile(io.BytesIO(answer.content))
    assert package.read("word/media/logo.png") == png()
    assert "123456" in package.read("word/styles.xml").decode()
    assert Event.objects.order_by("number").last().hash in word_text(answer)


@pytest.mark.parametrize(("query", "count"), [({}, True), ({"sans_vigilance": "1"}, False)])
def test_the_points_to_watch_may_be_left_out(client, alice, assessment, query, count):
    client.force_login(alice)

    answer = client.get(address("report", assessment, "docx"), query)

    assert ("Points de vigilance" in word_text(answer)) is count


def test_a_report_that_cannot_be_made_now_says_to_ask_again(client, alice, assessment, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    monkeypatch.setitem(os.environ, VARIABLE, f"{port}:key")
    client.force_login(alice)

    answer = client.get(address("report", assessment, "pdf"))

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert texts(answer, "//main//*[@class='lead']") == [
        "La mise en page de ce document n’a pas abouti : réessayez, ou prenez la version Word."
    ]


def test_a_report_is_pdf_or_word(client, alice, assessment):
    client.force_login(alice)

    assert client.get(address("report", assessment, "json")).status_code == 404


def test_a_report_takes_seven_queries(client, alice, assessment, django_assert_num_queries):
    client.force_login(alice)

    with django_assert_num_queries(7):
        client.get(address("report", assessment, "docx"))


def test_in_neutral_mode_it_tells_what_was_declared_under_the_mention(client, alice, assessment, settings):
    make_neutral(settings)
    client.force_login(alice)

    answer = client.get(address("report", assessment, "docx"))

    assert "Points de vigilance" not in word_text(answer)
    assert MENTION in ZipFile(io.BytesIO(answer.content)).read("word/footer1.xml").decode()
