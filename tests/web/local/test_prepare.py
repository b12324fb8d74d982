"""The data are brought to this version, or refused."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing

import pytest

from auditblanc.web.local import prepare, state
from auditblanc.web.local.live_database import opened
from auditblanc.web.local.tables import NEWER
from tests.web.local.started import command, environment


def test_the_mark_changes_with_the_migrations(monkeypatch):
    before = prepare.schema_mark()

    monkeypatch.setattr(prepare, "_PACKAGES", ("auditblanc.accounts.migrations",))

    assert (prepare.schema_mark() == before, len(before)) == (False, 16)


def test_when_nothing_changed_django_is_not_even_imported(folder):
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path; from auditblanc.web.local.prepare import prepare; "
        "prepare(Path(sys.argv[1]), at=datetime.now(UTC)); print('django.db' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, folder], env=environment({}), capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"


def test_data_of_a_newer_version_are_left_as_they_are(folder):
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('accounts', '0999_later', '')")
    state.write(folder, state.State())
    before = (folder / "auditblanc.sqlite3").read_bytes()

    done = command("start", "--data", folder, "--no-browser")

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{NEWER}\n")
    assert (folder / "auditblanc.sqlite3").read_bytes() == before


@pytest.mark.parametrize("app", ["accounts", "assessments", "auth", "contenttypes", "sessions"])
def test_every_application_with_tables_is_known(app):
    assert app in {name for name, _ in prepare.disk_migrations()}
