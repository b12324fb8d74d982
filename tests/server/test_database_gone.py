"""The database goes away while people save, and comes back: a sentence meanwhile, nothing lost, nobody starts anything again."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from urllib.parse import urlencode

import pytest

from tests import postgresql
from tests.server.sharing import begun, entered
from tests.web.server.served import served

KEPT = "ce que vous venez d’envoyer est gardé dans cette page"
SAVE = {"presentation": "Le catalogue 2027.", "version": "0", "request": "une-fois"}


@pytest.fixture(scope="module")
def database():
    return postgresql.serve()


@pytest.fixture(scope="module")
def browser(database, tmp_path_factory):
    with served(
        tmp_path_factory.mktemp("gone") / "data", AUDITBLANC_SECRET="x" * 60, AUDITBLANC_DATABASE=database.address
    ) as site:
        yield entered(site)


def readable(page: bytes) -> str:
    return page.decode().replace("\u202f", " ").replace("\u00a0", " ")


def until(browser, path, status, within=20):
    """Ask until the site answers so; machines do the same."""
    end = time.monotonic() + within
    while browser.ask("GET", path)[0] != status:
        assert time.monotonic() < end, f"{path} never answered {status}"
        time.sleep(0.1)


def test_a_person_reads_a_sentence_and_saves_once_it_is_back(database, browser):
    address = f"{begun(browser)}indicateurs/3/"
    database.stop()

    seen = browser.ask("GET", address)
    sent = browser.ask("POST", f"{address}presentation/", urlencode(SAVE))
    health = [browser.ask("GET", path) for path in ("/sante/", "/pret/")]
    database.start()
    until(browser, "/pret/", 200)
    again = browser.ask("POST", f"{address}presentation/", urlencode(SAVE))

    assert [status for status, *_ in (seen, sent, *health)] == [503, 503, 200, 503]
    assert "La base de données ne répond pas" in readable(seen[2])
    assert KEPT in readable(sent[2])
    assert 'name="presentation" value="Le catalogue 2027."' in readable(sent[2])
    assert (again[0], "Le catalogue 2027." in browser.ask("GET", address)[2].decode()) == (303, True)


@pytest.mark.soak
@pytest.mark.skipif("AUDITBLANC_SOAK" not in os.environ, reason="a writer waits twenty seconds for its turn")
def test_another_program_that_holds_the_file_is_waited_for_then_told(tmp_path):
    with served(tmp_path / "data", AUDITBLANC_SECRET="x" * 60) as site:
        browser = entered(site)
        address = f"{begun(browser)}indicateurs/3/"
        with closing(sqlite3.connect(site.folder / "auditblanc.sqlite3", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            seen = browser.ask("GET", address)
            sent = browser.ask("POST", f"{address}presentation/", urlencode(SAVE))
            other.execute("ROLLBACK")
        again = browser.ask("POST", f"{address}presentation/", urlencode(SAVE))

    assert [status for status, *_ in (seen, sent, again)] == [200, 503, 303]
    assert KEPT in readable(sent[2])


def test_who_is_signed_in_still_is_and_nobody_comes_in_meanwhile(database, browser):
    database.stop()

    entering = browser.ask("POST", "/entrer/", urlencode({"login": "olive@exemple.fr", "password": "une phrase"}))
    database.start()
    until(browser, "/pret/", 200)

    assert (entering[0], "une phrase" in readable(entering[2])) == (503, False)
    assert browser.ask("GET", "/compte/sessions/")[0] == 200
