"""The keys, for whom the script does not run."""

from __future__ import annotations

from django.urls import reverse

from tests.pages import texts


def test_every_key_is_told(client, alice):
    client.force_login(alice)

    keys = texts(client.get(reverse("assessments:shortcuts")), "//main//dt")

    assert keys == ["1 2 3", "0", "T", "N", "S P", "?"]
