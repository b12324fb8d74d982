"""One site for the tests that only look at it; folders of data made once and copied."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from auditblanc.web.local.live_database import opened
from tests.web.local.started import environment, started

INVENTED = Path(__file__).parents[2] / "data" / "editions" / "2026-v10-inventee.toml"


@pytest.fixture(scope="package")
def site(tmp_path_factory):
    with started(tmp_path_factory.mktemp("site") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def first_day(tmp_path_factory) -> Path:
    """A folder as the first start leaves it."""
    folder = tmp_path_factory.mktemp("first") / "data"
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path; "
        "from auditblanc.web.local.folder import made; from auditblanc.web.local.prepare import prepare; "
        "prepare(made(Path(sys.argv[1])), at=datetime(2026, 11, 2, 9, tzinfo=UTC))"
    )
    subprocess.run([sys.executable, "-c", code, folder], env=environment({"AUDITBLANC_DATA": str(folder)}), check=True)
    return folder


@pytest.fixture
def folder(first_day, tmp_path, monkeypatch) -> Path:
    """One's own data: the organisation « Mimosa » and an edition of one's own."""
    own = tmp_path / "data"
    shutil.copytree(first_day, own)
    monkeypatch.setenv("AUDITBLANC_DATA", str(own))
    monkeypatch.delenv("AUDITBLANC_EDITIONS", raising=False)
    found(own, "Mimosa")
    (own / "editions").mkdir()
    shutil.copyfile(INVENTED, own / "editions" / "mon-texte.toml")
    return own


def found(folder: Path, name: str) -> None:
    """One more organisation in the database of a folder."""
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO accounts_organisation (key, name, accent, is_example, created_at) VALUES (?, ?, '', 0, '2026-11-02')",
            [name[:12].lower(), name],
        )


def kept(folder: Path, content: bytes) -> Path:
    """A file of a proof of the organisation « Mimosa », where the site keeps it."""
    file = left(folder, content)
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO assessments_storedfile (organisation_id, sha256, size, media_type, stored_at)"
            " SELECT id, ?, ?, 'application/pdf', '2026-11-02 09:00:00' FROM accounts_organisation WHERE key = 'mimosa'",
            [file.name, len(content)],
        )
    return file


def left(folder: Path, content: bytes) -> Path:
    """A content there that no row tells of."""
    mark = sha256(content).hexdigest()
    file = folder / "preuves" / "mimosa" / mark[:2] / mark
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def organisations(folder: Path) -> list[str]:
    """The names of one's own organisations."""
    with closing(opened(folder / "auditblanc.sqlite3")) as database:
        rows = database.execute("SELECT name FROM accounts_organisation WHERE NOT is_example ORDER BY name")
        return [name for (name,) in rows]
