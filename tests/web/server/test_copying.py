"""A shared site makes its copies by itself: at start when one is missing, one machine at a time, told in its log."""

from __future__ import annotations

import json
import time
import zipfile

import psycopg
import pytest

from tests.server.outgrown import KEYS
from tests.soak import only_soak
from tests.web.local import elsewhere
from tests.web.local.conftest import found, kept
from tests.web.local.started import command
from tests.web.server.served import served

OLD = ("auditblanc-2026-01-05-0315.zip", "auditblanc-2026-01-06-0315.zip", "auditblanc-2026-02-06-0315.zip")


@pytest.fixture
def copies(tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in OLD:
        (folder / name).write_bytes(b"")
    return folder


def within(seconds, found):
    end = time.monotonic() + seconds
    while not (there := found()) and time.monotonic() < end:
        time.sleep(0.2)
    return there


def lines(folder) -> list[dict[str, object]]:
    """What the site told of copies."""
    told = (folder.parent / "served.txt").read_text("utf-8").splitlines()
    found = (json.loads(line) for line in told if line.startswith("{"))
    return [line for line in found if line["logger"] == "auditblanc.copies"]


def new(copies) -> list[str]:
    return sorted(path.name for path in copies.iterdir() if path.name not in OLD)


def test_the_copy_that_is_missing_is_made_then_old_ones_go(tmp_path, copies):
    variables = {"AUDITBLANC_BACKUPS": str(copies), "AUDITBLANC_BACKUPS_KEPT": "1j,2m"}

    with served(tmp_path / "data", **variables):
        [line] = within(60, lambda: lines(tmp_path / "data"))

    [name] = new(copies)
    assert sorted(path.name for path in copies.iterdir()) == sorted([OLD[2], name])
    assert (line["copy"], line["removed"], line["bytes"]) == (name, list(OLD[:2]), (copies / name).stat().st_size)
    assert zipfile.ZipFile(copies / name).testzip() is None
    restored = command("restore", copies / name, "--data", tmp_path / "autre")
    assert (restored.returncode, restored.stderr) == (0, "")


def test_a_copy_that_cannot_be_made_is_told_and_no_old_one_goes(tmp_path, copies):
    variables = {"AUDITBLANC_BACKUPS": str(copies), "AUDITBLANC_BACKUPS_KEPT": "1j"}
    store = {"AUDITBLANC_FILES": "s3://preuves?endpoint=http://127.0.0.1:9", **KEYS}
    with served(tmp_path / "data", **store):
        found(tmp_path / "data", "Mimosa")
        kept(tmp_path / "data", b"%PDF-1.7")

    with served(tmp_path / "data", **variables, **store):
        [line] = within(90, lambda: lines(tmp_path / "data"))

    assert line["refused"].startswith("Le stockage des fichiers ne répond pas, ou refuse (")
    assert sorted(path.name for path in copies.iterdir()) == list(OLD)


@pytest.fixture(scope="module")
def database():
    return elsewhere.database()


@only_soak("one machine waits for another's copy")
def test_two_machines_make_one_copy_in_the_folder_they_share(tmp_path, copies, database):
    variables = {"AUDITBLANC_BACKUPS": str(copies), **database}
    for name in "ab":
        (tmp_path / name).mkdir()

    machines = [tmp_path / name / "data" for name in "ab"]
    with served(machines[0], **variables), served(machines[1], **variables):
        within(60, lambda: [lines(each) for each in machines if lines(each)])
        # The other one looks again.
        time.sleep(4)

    [line] = [line for each in machines for line in lines(each)]
    assert new(copies) == [line["copy"]]


def test_none_is_begun_while_another_machine_makes_one(tmp_path, copies, database):
    with psycopg.connect(database["AUDITBLANC_DATABASE"]) as other:
        other.execute("SELECT pg_advisory_lock(4273519806)")
        with served(tmp_path / "data", AUDITBLANC_BACKUPS=str(copies), **database):
            time.sleep(6)

    assert (new(copies), lines(tmp_path / "data")) == ([], [])
