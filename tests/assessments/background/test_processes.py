"""Real work processes on both databases: one is killed in the middle of a job, two share the work, one is asked to stop."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests import postgresql
from tests.assessments.background.tasks import WORDS

ROOT = Path(__file__).parents[3]
ENDED_WELL = 0


class Database:
    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self.address = folder, address
        self.notes = folder / "begun.txt"

    def run(self, *what: str, pause: float = 0.02) -> subprocess.Popen[bytes]:
        """``pause``: seconds between two words that the task puts."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AUDITBLANC_")}
        said = {
            "AUDITBLANC_DATA": str(self.folder),
            "AUDITBLANC_DATABASE": self.address,
            "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "NOTES": str(self.notes),
            "PAUSE": str(pause),
        }
        line = [sys.executable, "-m", "tests.assessments.background.at_work", *what]
        return subprocess.Popen(line, env={**kept, **said}, cwd=ROOT)

    def prepared(self, jobs: int) -> Database:
        assert self.run("prepare", str(jobs)).wait(60) == ENDED_WELL
        return self

    def ask(self, query: str) -> list[tuple]:
        if self.address:
            with psycopg.connect(self.address) as connection:
                return connection.execute(query).fetchall()
        with closing(sqlite3.connect(self.folder / "auditblanc.sqlite3")) as connection:
            return connection.execute(query).fetchall()

    def words(self) -> list[str]:
        return [word for (word,) in self.ask("SELECT word FROM accounts_tag ORDER BY organisation_id, word")]

    def waits_until_begun(self) -> None:
        end = time.monotonic() + 30
        while not self.words():
            assert time.monotonic() < end
            time.sleep(0.01)

    def begun(self) -> Counter[str]:
        """How often each job was begun, by its organisation."""
        return Counter(self.notes.read_text().split())

    def rows(self) -> list[tuple]:
        jobs = self.ask("SELECT status FROM django_tasks_database_dbtaskresult")
        return jobs + self.ask("SELECT worker FROM assessments_lease")


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL for these tests: each has a database of its own there."""
    return postgresql.start()


@pytest.fixture
def postgres(server, request):
    name = f"work_{abs(hash(request.node.name))}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres", f"/{name}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    return Database(tmp_path, request.getfixturevalue("postgres") if request.param == "postgresql" else "")


def test_a_job_whose_process_is_killed_is_done_by_another(database):
    database.prepared(1)
    killed = database.run("work", pause=0.1)
    database.waits_until_begun()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    half = len(database.words())

    assert database.run("work").wait(60) == ENDED_WELL

    assert 0 < half < len(WORDS)
    assert (database.words(), database.rows(), list(database.begun().values())) == (WORDS, [], [2])


def test_processes_share_the_work_and_never_do_the_same_at_once(database):
    database.prepared(8)

    both = [database.run("work") for _ in range(2)]

    assert [each.wait(60) for each in both] == [ENDED_WELL, ENDED_WELL]
    assert (database.words(), database.rows(), [*database.begun().values()]) == (WORDS * 8, [], [1] * 8)


def test_a_process_that_is_asked_to_end_ends_the_job_at_hand_and_takes_no_other(database):
    database.prepared(2)
    process = database.run("work", pause=0.05)
    database.waits_until_begun()

    process.terminate()

    assert process.wait(60) == ENDED_WELL
    assert (database.words(), database.rows()) == (WORDS, [("READY",)])
