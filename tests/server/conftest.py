"""People who can sign in take the place of those that other tests know by name alone."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from tests.server.accounts import account


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Attempts are counted in a table that no migration makes."""
    with django_db_blocker.unblock():
        call_command("createcachetable", verbosity=0)


@pytest.fixture
def alice(db):
    return account("Alice")


@pytest.fixture
def charlie(db):
    from tests import people  # noqa: PLC0415 -- models are imported late

    stranger = account("Charlie")
    people.organisation("Atelier Charlie", stranger)
    return stranger
