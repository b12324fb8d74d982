from __future__ import annotations

from django.urls import reverse


def test_the_statement_is_for_everybody_and_linked_from_every_page(client):
    answer = client.get(reverse("accessibility"))

    assert answer.status_code == 200
    assert (
        f'href="{reverse("accessibility")}">Accessibilité' in client.get(reverse("accounts:sign_in")).content.decode()
    )
