"""What stops a copy, or one put back, on PostgreSQL and S3: one sentence, and everything as it was."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import threading
import time
import zipfile
from contextlib import closing

import psycopg
import pytest

from auditblanc.web.local.live_database import opened
from tests.ports import free_port
from tests.soak import only_soak
from tests.web.local import elsewhere
from tests.web.local.conftest import found, kept
from tests.web.local.elsewhere import rows
from tests.web.local.started import command, environment, line
from tests.web.server.served import settings

SITE = settings(8123)
ROUNDS = 20 if os.environ.get("AUDITBLANC_SOAK") else 2


@pytest.fixture(scope="module")
def outside():
    with elsewhere.bucket() as (variables, _bucket):
        yield {**SITE, **elsewhere.database(), **variables}


@pytest.fixture(scope="module")
def own(first_day, tmp_path_factory):
    """Data of one person, with a file."""
    folder = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(first_day, folder)
    found(folder, "Mimosa")
    kept(folder, b"%PDF-1.7 emargement")
    return folder


@pytest.fixture(scope="module")
def machine(own, outside, tmp_path_factory):
    """A folder of a site whose data are elsewhere, and were there."""
    folder = tmp_path_factory.mktemp("machine") / "data"
    assert command("backup", folder.parent / "copie.zip", "--data", own).returncode == 0
    made = command("restore", folder.parent / "copie.zip", "--data", folder, **outside)
    assert (made.returncode, made.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def copy(machine, outside):
    """Of that site."""
    made = command("backup", machine.parent / "copie-du-site.zip", "--data", machine, **outside)
    assert (made.returncode, made.stderr) == (0, "")
    return machine.parent / "copie-du-site.zip"


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.name != "demarrage.lock")


def refusal(*arguments: object, **variables: str) -> str:
    refused = command(*arguments, **variables)
    assert (refused.returncode, refused.stdout) == (2, "")
    return refused.stderr.strip()


@pytest.mark.parametrize(
    ("variable", "value", "start"),
    [
        ("AUDITBLANC_DATABASE", "postgresql://auditblanc@127.0.0.1:{port}/postgres", "La base PostgreSQL ne répond pas, ou refuse ("),
        ("AUDITBLANC_FILES", "s3://preuves/auditblanc?endpoint=http://127.0.0.1:{port}", "Le stockage des fichiers ne répond pas, ou refuse ("),
        ("AUDITBLANC_FILES", "ftp://preuves", "AUDITBLANC_FILES : écrivez s3://"),
    ],
)  # fmt: skip
def test_what_does_not_answer_is_told_and_nothing_is_written(machine, outside, tmp_path, variable, value, start):
    said = {**outside, variable: value.format(port=free_port())}
    before = names(machine)

    assert refusal("backup", tmp_path / "b.zip", "--data", machine, **said).startswith(start)
    assert (names(machine), names(tmp_path)) == (before, [])
    assert refusal("check", "--data", machine, **said).startswith(start)


def test_a_bucket_that_refuses_is_told_before_the_database_is_touched(machine, copy, outside, tmp_path):
    said = {**outside, "AUDITBLANC_FILES": outside["AUDITBLANC_FILES"].replace("s3://preuves", "s3://ailleurs")}
    before = rows(machine, **outside)

    refused = refusal("restore", copy, "--data", machine, **said)

    assert refused.startswith("Le stockage des fichiers ne répond pas, ou refuse (")
    assert rows(machine, **outside) == before


def test_a_disk_that_is_full_leaves_no_copy(machine, outside, tmp_path):
    (tmp_path / "copies").mkdir()

    refused = limited(200_000, "backup", tmp_path / "copies", "--data", machine, **outside)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 1
    assert "plein" in refused.stderr or "dépasse la taille permise" in refused.stderr
    assert names(tmp_path / "copies") == []
    assert [name for name in names(machine) if name.startswith(".copie")] == []


def limited(size: int, *arguments: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command that may write no file larger than that."""
    return subprocess.run(
        line(*arguments),
        env=environment(variables),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


def test_a_truncated_copy_changes_nothing(machine, copy, outside, tmp_path):
    whole = copy.read_bytes()
    (tmp_path / "coupee.zip").write_bytes(whole[: len(whole) // 2])
    before = rows(machine, **outside)

    refused = refusal("restore", tmp_path / "coupee.zip", "--data", machine, **outside)

    assert refused.startswith("Ce fichier n’est pas une copie d’Auditblanc : ")
    assert rows(machine, **outside) == before


def test_a_copy_of_a_newer_version_changes_nothing(machine, own, outside, tmp_path):
    shutil.copytree(own, tmp_path / "data")
    with closing(opened(tmp_path / "data" / "auditblanc.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '0999_later', '2027-01-01')"
        )
    assert command("backup", tmp_path / "b.zip", "--data", tmp_path / "data").returncode == 0
    before = rows(machine, **outside)

    refused = refusal("restore", tmp_path / "b.zip", "--data", machine, **outside)

    assert refused.startswith("Ces données viennent d’une version plus récente d’Auditblanc")
    assert rows(machine, **outside) == before


def test_a_base_that_serves_something_else_is_left_as_it_is(copy, outside, tmp_path):
    other = elsewhere.database()
    with psycopg.connect(other["AUDITBLANC_DATABASE"]) as database:
        database.execute("CREATE TABLE accounts_user (mine text)")

    refused = refusal("restore", copy, "--data", tmp_path / "d", **{**outside, **other})

    assert refused.startswith("Cette base PostgreSQL contient autre chose qu’Auditblanc (")
    with psycopg.connect(other["AUDITBLANC_DATABASE"]) as database:
        tables = database.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("accounts_user",)]


def test_who_may_not_make_tables_is_told(copy, outside, tmp_path):
    other = elsewhere.database()
    with psycopg.connect(other["AUDITBLANC_DATABASE"]) as database:
        database.execute("CREATE USER petit")

    said = {**outside, **other, "AUDITBLANC_DATABASE": other["AUDITBLANC_DATABASE"].replace("auditblanc@", "petit@")}

    assert refusal("restore", copy, "--data", tmp_path / "d", **said).startswith(
        "La base PostgreSQL ne répond pas, ou refuse ("
    )


@only_soak("other refusals of PostgreSQL")
def test_a_site_that_holds_the_tables_is_waited_for_then_told(machine, copy, outside):
    before = rows(machine, **outside)
    with psycopg.connect(outside["AUDITBLANC_DATABASE"]) as other:
        other.execute("INSERT INTO accounts_notice (name, text, updated_at) VALUES ('x', '', now())")

        refused = refusal("restore", copy, "--data", machine, **outside)

        other.rollback()
    assert refused.startswith("La base PostgreSQL est occupée par un site ouvert")
    assert rows(machine, **outside) == before


def test_a_copy_made_while_others_write_is_of_one_moment(machine, outside, tmp_path):
    """Each transaction adds two organisations: a copy never holds one of them alone."""
    over = threading.Event()

    def write() -> None:
        with psycopg.connect(outside["AUDITBLANC_DATABASE"]) as database:
            for number in range(1_000_000):
                for side in "ab":
                    database.execute(
                        "INSERT INTO accounts_organisation (key, name, accent, is_example, created_at) VALUES (%s, 'x', '', false, now())",
                        [f"{number}{side}"],
                    )
                    time.sleep(0.001)
                database.commit()
                if over.is_set():
                    return

    writer = threading.Thread(target=write)
    writer.start()
    for turn in range(2):
        assert command("backup", tmp_path / f"{turn}.zip", "--data", machine, **outside).returncode == 0
    over.set()
    writer.join()

    counts = [held(tmp_path / f"{turn}.zip", tmp_path / f"{turn}.sqlite3") for turn in range(2)]
    assert [count % 2 for count in counts] == [0, 0]
    assert counts[0] < counts[1]


def held(copy, target) -> int:
    with zipfile.ZipFile(copy) as package:
        target.write_bytes(package.read("auditblanc.sqlite3"))
    with closing(opened(target)) as database:
        return database.execute("SELECT COUNT(*) FROM accounts_organisation WHERE name = 'x'").fetchone()[0]


@pytest.mark.soak
def test_killed_while_a_copy_is_put_back_the_database_is_the_one_or_the_other(machine, copy, outside, tmp_path):
    with psycopg.connect(outside["AUDITBLANC_DATABASE"]) as database:
        database.execute("INSERT INTO accounts_notice (name, text, updated_at) VALUES ('mentions', 'autre', now())")
    states = [rows(machine, **outside)]
    assert command("backup", tmp_path / "autre.zip", "--data", machine, **outside).returncode == 0
    start = time.monotonic()
    assert command("restore", copy, "--data", machine, **outside).returncode == 0
    lasted = time.monotonic() - start
    states.append(rows(machine, **outside))
    assert states[0] != states[1]

    for round_ in range(ROUNDS):
        file = (tmp_path / "autre.zip", copy)[round_ % 2]
        program = subprocess.Popen(line("restore", file, "--data", machine), env=environment(outside))
        time.sleep(random.Random(round_).uniform(0.3, 1) * lasted)
        program.kill()
        program.wait()

        assert rows(machine, **outside) in states
    checked = command("check", "--data", machine, **outside)
    assert (checked.returncode, checked.stderr) == (0, "")
