"""From a data folder to PostgreSQL and S3 and back, as an administrator moves: every row and every file as they were."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from auditblanc.web.local import state
from auditblanc.web.local.live_database import opened
from tests.web.local import elsewhere
from tests.web.local.conftest import kept
from tests.web.local.elsewhere import rows
from tests.web.local.started import command, environment
from tests.web.server.served import settings

if TYPE_CHECKING:
    from pathlib import Path

SITE = settings(8123)
LIVED_IN = """
from auditblanc.web.local.prepare import set_up
set_up()
from tests import people
alice = people.person("Alice")
begun = people.assessment(people.organisation("Atelier Acacia", alice), alice)
from auditblanc.assessments.writes import ratings
from auditblanc.domain.snapshot import Rating
for number in range(1, 34):
    answer = Rating(indicator=number, presentation=f"Réponse {number} ✚ « citée »\\nsur deux lignes")
    ratings.answer(begun, answer, field="presentation", started_from=0, stamp=people.stamp(alice))
"""


@pytest.fixture(scope="module")
def outside():
    """Both, with the variables that lead there, and the bucket."""
    with elsewhere.bucket() as (variables, bucket):
        yield {**SITE, **elsewhere.database(), **variables}, bucket


@pytest.fixture
def shared(folder):
    """Data of one person with two files, opened to several: somebody has an account and a second factor."""
    kept(folder, b"%PDF-1.7 emargement")
    kept(folder, bytes(range(256)) * 50_000)
    subprocess.run([sys.executable, "-c", LIVED_IN], env=environment({"AUDITBLANC_DATA": str(folder)}), check=True)
    assert command("migrate", "--data", folder, **SITE).returncode == 0
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO accounts_user (key, name, email, password, is_active, is_administrator) VALUES ('k', 'Olive', 'o@exemple.invalid', 'x', 1, 1)"
        )
        database.execute(
            "INSERT INTO mfa_authenticator (type, data, user_id, created_at) SELECT 'totp', ?, id, '2026-03-29 01:59:59.999999' FROM accounts_user WHERE key = 'k'",
            ['{"secret": "été", "rang": [1, null, 0.5], "vide": ""}'],
        )
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder / "preuves").as_posix(): path.read_bytes()
        for path in (folder / "preuves").rglob("*")
        if path.is_file()
    }


def done(*arguments: object, **variables: str) -> str:
    made = command(*arguments, **variables)
    assert (made.returncode, made.stderr) == (0, "")
    return made.stdout


def test_a_site_moves_to_postgresql_and_s3_and_back(shared, outside, tmp_path):
    variables, bucket = outside
    before = rows(shared, **SITE)
    assert before["assessments_event"][0] > 30

    done("backup", "--data", shared, tmp_path / "a.zip", **SITE)
    done("restore", "--data", tmp_path / "machine", tmp_path / "a.zip", **variables)

    assert rows(tmp_path / "machine", **variables) == before
    assert {each.key.removeprefix("auditblanc/"): each.get()["Body"].read() for each in bucket.objects.all()} == files(
        shared
    )
    assert done("check", "--data", tmp_path / "machine", **variables) == done("check", "--data", shared, **SITE)

    done("backup", "--data", tmp_path / "machine", tmp_path / "b.zip", **variables)
    done("restore", "--data", tmp_path / "back", tmp_path / "b.zip", **SITE)

    assert rows(tmp_path / "back", **SITE) == before
    assert files(tmp_path / "back") == files(shared)
    assert done("check", "--data", tmp_path / "back", **SITE).startswith("Tout est en ordre : ")
    assert state.read(tmp_path / "back").is_shared
