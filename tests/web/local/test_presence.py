"""A second start asks the port it remembers whether this program runs there; it answers without giving the token."""

from __future__ import annotations

from auditblanc.accounts.sign_in.local import TOKEN_VARIABLE


def test_the_answer_proves_the_token_without_saying_it(client, monkeypatch):
    monkeypatch.setenv(TOKEN_VARIABLE, "le-jeton")

    first, second = (client.get(f"/presence/{challenge}/").content for challenge in ("un", "deux"))

    assert first != second
    assert b"le-jeton" not in first + second
