"""Hostile files, given as a browser gives them: each gets one sentence, or is kept and can do nothing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Event, Piece, StoredFile
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.reads.pieces import current
from tests.assessments.asking import address
from tests.assessments.given import file
from tests.assessments.hostile import KEPT, NAMES, REFUSED
from tests.pages import closed, page, texts

MARK = "m" * 40
POLICIES = {
    "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    "default-src 'none'; style-src 'unsafe-inline'",
}
SHOWN = {"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"}


@pytest.fixture(autouse=True)
def kept_apart(tmp_path, settings):
    settings.PREVIEWS = tmp_path / "apercus"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def dropped(client, assessment, data, name):
    return client.post(address("drop_files", assessment), {"file": file(data, name)})


def given_back(client, name, **query):
    row = Piece.objects.get()
    return client.get(reverse(f"assessments:{name}", args=[row.evidence.organisation.key, row.key]), query)


@pytest.mark.parametrize("what", REFUSED)
def test_it_gets_a_sentence_and_nothing_is_kept(client, assessment, what):
    data, name, sentence = REFUSED[what]

    answer = dropped(client, assessment, data, name)

    (told,) = texts(answer, "//*[@id='deposer_error']")
    assert (answer.status_code, told.startswith(f"« {name} » {sentence}"), told[-1]) == (422, True, ".")
    assert (Piece.objects.count(), StoredFile.objects.count(), Event.objects.count()) == (0, 0, 1)


@pytest.mark.parametrize("what", KEPT)
def test_it_is_kept_and_can_do_nothing(client, assessment, what):
    data, asked, name, preview = KEPT[what]

    answer = dropped(client, assessment, data, asked)

    assert (answer.status_code, current(Piece.objects.get()).name) == (303, name)
    for query in ({}, {"voir": 1}):
        given = given_back(client, "piece_file", **query)
        is_shown = given.headers["Content-Disposition"].startswith("inline")
        assert is_shown <= (given.headers["Content-Type"] in SHOWN)
        assert is_shown or given.headers["Content-Type"] == "application/octet-stream"
        assert (given.headers["X-Content-Type-Options"], given.headers["Content-Security-Policy"] in POLICIES) == (
            "nosniff",
            True,
        )
        assert b"".join(given.streaming_content) == data
        closed(given)
    assert seen(given_back(client, "piece_preview")) in ((preview,) if preview else BOUNDED)
    assert examine().faults == []


# What the libraries make of these depends on their version: drawn within bounds, or told.
BOUNDED = ("pages", "il est abîmé", "il n’a aucune page", "il est trop lourd à afficher")


def seen(answer):
    """What a preview shows; nothing in it runs, whatever it shows."""
    assert answer.status_code == 200
    shown = page(answer)
    assert shown.xpath("//main//script | //main//svg | //main//iframe | //main//*[@onload or @onerror]") == []
    if shown.xpath("//main//img"):
        return "pages"
    if shown.xpath("//main//pre"):
        return "texte"
    (told,) = texts(answer, "//main/p")
    return re.fullmatch(r"Aperçu impossible : (.+)\. Téléchargez-le .+", told)[1]


@pytest.mark.parametrize("asked", NAMES, ids=[ascii(name)[:30] for name in NAMES])
def test_a_hostile_name_is_only_ever_a_name(client, assessment, asked):
    body = (
        f'--{MARK}\r\nContent-Disposition: form-data; name="file"; filename="{asked}"\r\n'
        f"Content-Type: text/html\r\n\r\nBonjour\r\n--{MARK}--\r\n"
    )

    answer = client.post(
        address("drop_files", assessment), body.encode(), content_type=f"multipart/form-data; boundary={MARK}"
    )

    if NAMES[asked] is None and answer.status_code == 422:
        assert Piece.objects.count() == 0
        return
    name = current(Piece.objects.get()).name
    assert name == (NAMES[asked] or name)
    assert re.search(r'[\x00-\x1f/\\<>:"|?*]', name) is None
    given = given_back(client, "piece_file")
    closed(given)
    # One header of one line, whose name is written out of reach of any character.
    told = given.headers["Content-Disposition"]
    assert told in (f'attachment; filename="{name}"', f"attachment; filename*=utf-8''{quote(name)}")
    shown = client.get(address("indicator", assessment))
    assert page(shown).xpath("//*[@onerror] | //*[@id='preuves']//script") == []


@pytest.mark.parametrize("name", ["page.html", "liste.txt"])
def test_beyond_the_limit_nothing_is_kept_and_one_sentence_says_so(client, assessment, settings, name):
    settings.PROOF_FILE_LIMIT = 60_000_000

    answer = dropped(client, assessment, b"a" * 60_000_001, name)

    assert (answer.status_code, Piece.objects.count()) == (422, 0)
    assert texts(answer, "//*[@id='deposer_error']") == [
        f"« {name} » pèse 60 Mo ; la limite est de 60 Mo par fichier : allégez-le, ou notez où il se trouve."
    ]


def test_there_are_enough_of_them():
    assert len(REFUSED) + len(KEPT) + len(NAMES) >= 50
