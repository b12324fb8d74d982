"""The database under those who use it: copied, replaced, and never half of one."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from auditblanc.web.local.live_database import copy_database, opened, replace_database
from tests.web.local.started import SOURCE

ROWS = 3_000
TURNS = 100 if os.environ.get("AUDITBLANC_SOAK") else 5


def made(file, word: str, rows: int = ROWS) -> None:
    """A database that says one word in many rows."""
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(f"CREATE TABLE {word} (n INTEGER PRIMARY KEY)")
        database.execute("CREATE TABLE said (word TEXT, filling TEXT)")
        database.executemany("INSERT INTO said VALUES (?, ?)", [(word, "x" * 200)] * rows)


def said(file) -> list[tuple[str, int]]:
    with closing(opened(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return database.execute("SELECT word, COUNT(*) FROM said GROUP BY word").fetchall()


@pytest.fixture
def live(tmp_path):
    made(tmp_path / "live.sqlite3", "ancien")
    return tmp_path / "live.sqlite3"


@pytest.fixture
def new(tmp_path):
    made(tmp_path / "new.sqlite3", "nouveau", ROWS // 2)
    copy_database(tmp_path / "new.sqlite3", tmp_path / "one-file.sqlite3")
    return tmp_path / "one-file.sqlite3"


def test_those_who_have_it_open_read_the_new_content(live, new):
    with closing(opened(live)) as reader:
        before = reader.execute("SELECT DISTINCT word FROM said").fetchall()

        replace_database(live, new)

        assert (before, reader.execute("SELECT DISTINCT word FROM said").fetchall()) == ([("ancien",)], [("nouveau",)])
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_of_the_former_content_is_left_on_the_disk(live, new):
    replace_database(live, new)

    assert b"ancien" not in b"".join(path.read_bytes() for path in live.parent.glob("live*"))


def test_what_is_no_database_changes_nothing(live, tmp_path):
    (tmp_path / "autre").write_bytes(b"x" * 5_000)

    with pytest.raises(sqlite3.DatabaseError):
        replace_database(live, tmp_path / "autre")

    assert said(live) == [("ancien", ROWS)]


def test_there_must_be_one(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        opened(tmp_path / "absent.sqlite3")

    assert not (tmp_path / "absent.sqlite3").exists()


CODE = """
import sys
from pathlib import Path
from auditblanc.web.local.live_database import replace_database
print("prêt", flush=True)
while True:
    for name in sys.argv[2:]:
        replace_database(Path(sys.argv[1]), Path(name))
"""


@pytest.mark.soak
@pytest.mark.parametrize("turn", range(TURNS))
def test_killed_at_any_moment_it_is_the_one_or_the_other(live, new, tmp_path, turn):
    old = tmp_path / "old-one-file.sqlite3"
    copy_database(live, old)
    arguments = [sys.executable, "-c", CODE, str(live), str(new), str(old)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    with subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        time.sleep(random.Random(turn).uniform(0, 0.2))
        process.kill()

    assert said(live) in ([("ancien", ROWS)], [("nouveau", ROWS // 2)])


def test_a_copy_leaves_out_what_waited_to_be_done(live, tmp_path):
    with closing(sqlite3.connect(live)) as database, database:
        for table in ("django_tasks_database_dbtaskresult", "assessments_lease"):
            database.execute(f"CREATE TABLE {table} AS SELECT 1 AS id")

    copy_database(live, tmp_path / "copy.sqlite3")

    assert (waiting(live), waiting(tmp_path / "copy.sqlite3")) == ([1, 1], [])
    assert said(tmp_path / "copy.sqlite3") == [("ancien", ROWS)]


def waiting(file) -> list[int]:
    with closing(opened(file)) as database:
        both = "SELECT id FROM django_tasks_database_dbtaskresult UNION ALL SELECT id FROM assessments_lease"
        return [number for (number,) in database.execute(both)]
