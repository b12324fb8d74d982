"""A file given back: its bytes, its name, and nothing that a browser would run."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence, Piece
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.writes import pieces
from tests import people
from tests.assessments.given import PDF, PNG, TEXT, given, mark
from tests.pages import closed

HTML = b"<!DOCTYPE html><script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def put(assessment, mimosa, alice):
    """A file in the one proof there is: its address."""

    def added(data=TEXT, name="emargement.txt"):
        row = Evidence.objects.get()
        pieces.add(row, [given(mimosa, data, name)], people.stamp(alice))
        return reverse("assessments:piece_file", args=[mimosa.key, Piece.objects.latest("pk").key])

    return added


@pytest.fixture
def ask(client):
    """A question whose answer is closed at the end, as a server does."""
    answers = []

    def asked(*what, **how):
        answers.append(client.get(*what, **how))
        return answers[-1]

    yield asked
    for answer in answers:
        closed(answer)


def body(answer):
    return b"".join(answer.streaming_content)


def test_it_is_downloaded_as_bytes_under_its_name(ask, put):
    answer = ask(put(TEXT, "Émargement du 9 mars.txt"))

    name = quote("Émargement du 9 mars.txt")
    assert (answer.status_code, body(answer)) == (200, TEXT)
    assert {key: answer.headers[key] for key in ("Content-Type", "Content-Disposition", "Content-Length")} == {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f"attachment; filename*=utf-8''{name}",
        "Content-Length": str(len(TEXT)),
    }


@pytest.mark.parametrize("query", [{}, {"voir": 1}])
@pytest.mark.parametrize("data", [HTML, SVG, TEXT], ids=["html", "svg", "text"])
def test_what_could_run_is_only_ever_bytes(ask, put, data, query):
    answer = ask(put(data, "page.html"), query)

    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("data", "media_type"), [(PDF, "application/pdf"), (PNG, "image/png"), (b"GIF89a" + bytes(64), "image/gif")]
)
def test_a_pdf_and_a_picture_are_shown_when_asked(ask, put, data, media_type):
    answer = ask(put(data, "piece"), {"voir": 1})

    assert (answer.headers["Content-Type"], body(answer)) == (media_type, data)
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_only_its_head_may_be_asked_for(client, put):
    address = put()

    answer = client.head(address)
    closed(answer)

    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(len(TEXT)))


def test_what_is_compressed_already_is_not_compressed_again(ask, put):
    answer = ask(put(b"a" * 5_000, "a.txt"), headers={"Accept-Encoding": "gzip"})

    assert (answer.headers["Content-Length"], len(body(answer))) == ("5000", 5_000)


def test_a_former_state_can_be_read(ask, put, mimosa, alice):
    address = put()
    pieces.replace(Piece.objects.get(), given(mimosa, PDF, "signe.pdf"), people.stamp(alice))

    assert (body(ask(address, {"etat": 1})), body(ask(address))) == (TEXT, PDF)


@pytest.mark.parametrize("number", ["0", "2", "x", "9" * 30])
def test_a_state_that_never_was_is_not_found(ask, put, number):
    assert ask(put(), {"etat": number}).status_code == 404


def test_a_file_that_is_no_longer_there_is_not_found(ask, put, mimosa):
    address = put(b"un contenu que personne d'autre ne garde", "seul.txt")
    contents().delete(content_name(mimosa.key, mark(b"un contenu que personne d'autre ne garde")))

    assert ask(address).status_code == 404


def test_it_takes_two_questions(ask, put, django_assert_num_queries):
    """Who asks, the door, what is shown now."""
    address = put()

    with django_assert_num_queries(3):
        ask(address)
