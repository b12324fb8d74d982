"""People who can sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditblanc.accounts.models import User

PASSWORD = "une phrase que personne ne devine"  # noqa: S105 -- of nobody


def account(name: str, **said: object) -> User:
    from auditblanc.accounts.models import User  # noqa: PLC0415 -- models are imported late
    from auditblanc.accounts.sign_in.opening import opened  # noqa: PLC0415

    made = opened(name=name, email=f"{name.lower()}@exemple.invalid", password=PASSWORD)
    User.objects.filter(pk=made.pk).update(**said)
    made.refresh_from_db()
    return made


def enter(client, person: User, password: str = PASSWORD, **more: str):
    """What the page of entry answers."""
    return client.post("/entrer/", {"login": person.email, "password": password, **more})


def enter_again(client) -> None:
    """What is asked before anything that protects an account."""
    client.post("/compte/confirmer/", {"password": PASSWORD})
