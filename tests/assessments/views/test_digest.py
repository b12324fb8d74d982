"""The link of a letter stops the letters, for who has it, by a button."""

from __future__ import annotations

from django.test import Client

from auditblanc.assessments import letter
from auditblanc.assessments.models import Digest
from tests.pages import texts


def test_looking_stops_nothing_and_the_button_does(alice):
    path = letter.stop_path(alice)

    looked = Client().get(path)

    assert (looked.status_code, Digest.objects.count()) == (200, 0)
    assert texts(looked, "//main//button") == ["Ne plus le recevoir"]

    stopped = Client().post(path)

    assert Digest.objects.get().stopped_at is not None
    assert texts(stopped, "//main//button") == ["Le recevoir de nouveau"]


def test_it_may_be_had_again(alice):
    path = letter.stop_path(alice)
    Client().post(path)

    Client().post(path, {"again": "1"})

    assert Digest.objects.get().stopped_at is None


def test_a_link_that_nobody_made_here_is_no_page(alice):
    path = letter.stop_path(alice)

    assert Client().get(f"{path[:-2]}x/").status_code == 404


def test_the_page_tells_nothing_of_the_person(alice):
    assert "Alice" not in Client().get(letter.stop_path(alice)).content.decode()
