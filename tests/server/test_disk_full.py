"""The disk of PostgreSQL is full: a sentence, nothing half written, and the same is saved once there is room."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager, suppress
from urllib.parse import urlencode

import psycopg
import pytest

from tests import postgresql
from tests.server.sharing import begun, entered
from tests.server.test_database_gone import readable
from tests.web.local.started import command
from tests.web.server.served import served

# Longer than the room that is left in the pages of a table; of random digits, which PostgreSQL cannot make smaller.
LONG = [os.urandom(9_000).hex() for _ in range(60)]


@pytest.fixture
def disk():
    """A small one on which PostgreSQL keeps the tables, and the address of their database; its journal has room."""
    server = postgresql.serve()
    place = server.folder / "petit"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "none", place]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    (place / "tables").mkdir()
    shutil.chown(place / "tables", "postgres")
    with psycopg.connect(server.address, autocommit=True) as database:
        database.execute(f"CREATE TABLESPACE petit LOCATION '{place / 'tables'}'")
        database.execute("CREATE DATABASE site TABLESPACE petit")
    yield place, server.address.replace("/postgres", "/site")
    server.stop()
    subprocess.run(["umount", "--lazy", place], check=True)


@contextmanager
def full(place):
    """Not a byte left, but for what the tables have within."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    yield
    ballast.unlink()


def test_a_person_reads_a_sentence_and_saves_the_same_once_there_is_room(disk, tmp_path):
    place, address = disk
    with served(tmp_path / "data", AUDITBLANC_SECRET="x" * 60, AUDITBLANC_DATABASE=address) as site:
        browser = entered(site)
        path = f"{begun(browser)}indicateurs/3/"

        def save(version: int):
            sent = {"presentation": LONG[version], "version": str(version), "request": f"une-fois-{version}"}
            return browser.ask("POST", f"{path}presentation/", urlencode(sent))

        with full(place):
            answers = [save(0)]
            while answers[-1][0] == 303:
                answers.append(save(len(answers)))
            reading = browser.ask("GET", path)
        refused = len(answers) - 1
        again = save(refused)
        checked = command("check", "--data", site.folder, **site.said)

        assert answers[-1][0] == 507
        assert "Rien ne peut être écrit" in readable(answers[-1][2])
        assert LONG[refused] in readable(answers[-1][2])
        assert reading[0] == 200
        assert (again[0], LONG[refused] in browser.ask("GET", path)[2].decode()) == (303, True)
        assert (checked.returncode, checked.stderr) == (0, "")
