"""Which port the site listens on."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from auditblanc.web.local import ports
from auditblanc.web.local.refused import RefusedError


@pytest.fixture
def taken():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield other.getsockname()[1]


@pytest.fixture
def free(taken):
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        return other.getsockname()[1]


def test_the_one_asked_for_wins(free):
    assert ports.chosen(asked=free, remembered=8440) == free


def test_the_one_remembered_is_kept(free):
    assert ports.chosen(asked=None, remembered=free) == free


def test_a_remembered_one_that_is_taken_gives_way(taken):
    port = ports.chosen(asked=None, remembered=taken)

    assert (port != taken, ports.is_free(port)) == (True, True)


def test_one_asked_for_that_is_taken_is_refused(taken):
    sentence = f"Le port {taken} est déjà pris par un autre programme : choisissez-en un autre avec --port, ou aucun."

    with pytest.raises(RefusedError) as refused:
        ports.chosen(asked=taken, remembered=None)

    assert str(refused.value) == sentence
