"""Real processes on both databases: one is killed in the middle of a campaign, two go on with it at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests import postgresql

ROOT = Path(__file__).parents[3]
CLIENTS = 24
# Of each organisation: the assessments of the campaign, their ratings, the events that tell of them.
TOLD = """
SELECT count(DISTINCT a.id), count(r.id),
  (SELECT count(*) FROM assessments_event e WHERE e.organisation_id = p.organisation_id AND e.request_id LIKE 'campagne %')
FROM assessments_pushed p
LEFT JOIN assessments_assessment a ON a.organisation_id = p.organisation_id AND a.title = 'Printemps'
LEFT JOIN assessments_rating r ON r.assessment_id = a.id
GROUP BY p.organisation_id
"""
WHOLE, NOTHING = (1, 33, 1), (0, 0, 0)


class Database:
    def __init__(self, folder: Path, address: str = "") -> None:
        self.folder, self.address = folder, address

    def run(self, *what: str) -> subprocess.Popen[bytes]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AUDITBLANC_")}
        said = {
            "AUDITBLANC_DATA": str(self.folder),
            "AUDITBLANC_DATABASE": self.address,
            "DJANGO_SETTINGS_MODULE": "auditblanc.web.settings",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        }
        line = [sys.executable, "-m", "tests.assessments.pushing.at_work", *what]
        return subprocess.Popen(line, env={**kept, **said}, cwd=ROOT)

    def told(self) -> list[tuple]:
        if self.address:
            with psycopg.connect(self.address) as connection:
                return connection.execute(TOLD).fetchall()
        with closing(sqlite3.connect(self.folder / "auditblanc.sqlite3")) as connection:
            return connection.execute(TOLD).fetchall()

    def waits_until_begun(self) -> None:
        end = time.monotonic() + 60
        while WHOLE not in self.told():
            assert time.monotonic() < end
            time.sleep(0.01)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    made = Database(tmp_path, postgresql.start() if request.param == "postgresql" else "")
    assert made.run("prepare", str(CLIENTS)).wait(120) == 0
    return made


def test_what_a_killed_process_left_is_whole_and_another_goes_on(database):
    killed = database.run("begin")
    database.waits_until_begun()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    half = database.told()

    assert database.run("begin").wait(120) == 0

    assert set(half) <= {WHOLE, NOTHING}
    assert database.told() == [WHOLE] * CLIENTS


def test_two_at_once_begin_each_organisation_once(database):
    both = [database.run("begin"), database.run("begin")]

    assert [each.wait(120) for each in both] == [0, 0]
    assert database.told() == [WHOLE] * CLIENTS
