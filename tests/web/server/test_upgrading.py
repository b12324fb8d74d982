"""A new version takes the data further, after a copy; with the former one and that copy, one goes back."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from auditblanc.web.local.live_database import opened
from tests.soak import in_soak, only_soak
from tests.web.local import elsewhere
from tests.web.local.elsewhere import rows
from tests.web.local.started import SOURCE, command
from tests.web.server.served import settings

KEPT = "Une copie d’avant la mise à jour est gardée dans « "
ORGANISATION = "INSERT INTO accounts_organisation (key, name, accent, is_example, created_at) VALUES ('{key}', 'Mimosa', '', {no}, '2026-11-02 09:00:00+00:00')"


@pytest.fixture(scope="module")
def former(tmp_path_factory) -> dict[str, str]:
    """What leads to the program as it was before its last migration."""
    source = tmp_path_factory.mktemp("former")
    shutil.copytree(SOURCE / "auditblanc", source / "auditblanc", ignore=shutil.ignore_patterns("__pycache__"))
    migrations = source / "auditblanc" / "assessments" / "migrations"
    last = max(migrations.glob("0*.py"))
    # Also where it stands in one that makes all tables of a new database at once.
    for each in migrations.glob(f"*{last.stem}.py"):
        each.unlink()
    return {"PYTHONPATH": str(source)}


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=in_soak("the same on SQLite"))])
def site(request) -> dict[str, str]:
    return settings(8123) | (elsewhere.database() if request.param == "postgresql" else {})


def put(folder: Path, site: dict[str, str], key: str) -> None:
    """One more organisation, whatever the version."""
    if "AUDITBLANC_DATABASE" in site:
        with psycopg.connect(site["AUDITBLANC_DATABASE"]) as database:
            database.execute(ORGANISATION.format(key=key, no="false"))
        return
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute(ORGANISATION.format(key=key, no=0))


def done(*arguments: object, **variables: str) -> str:
    made = command(*arguments, **variables)
    assert (made.returncode, made.stderr) == (0, "")
    return made.stdout


def kept_aside(place: str, site: dict[str, str]) -> list[str]:
    """The organisations of what a newer version wrote: a copy on SQLite, tables moved aside on PostgreSQL."""
    keys = "SELECT key FROM {}accounts_organisation"
    schema, _, _ = place.partition(" (schéma de la base PostgreSQL)")
    if place != schema:
        with psycopg.connect(site["AUDITBLANC_DATABASE"]) as database:
            return [key for (key,) in database.execute(keys.format(f'"{schema}".'))]
    with zipfile.ZipFile(place) as package, tempfile.NamedTemporaryFile() as file:
        file.write(package.read("auditblanc.sqlite3"))
        file.flush()
        with closing(opened(Path(file.name))) as database:
            return [key for (key,) in database.execute(keys.format(""))]


def test_an_upgrade_keeps_a_copy_and_the_former_version_goes_back_with_it(site, former, tmp_path):
    folder = tmp_path / "data"
    old = site | former
    first = done("migrate", "--data", folder, **old)
    put(folder, old, "avant")
    before = rows(folder, **old)
    assert (KEPT in first, (folder / "sauvegardes").exists()) == (False, False)

    told = done("migrate", "--data", folder, **site)

    [copy] = (folder / "sauvegardes").iterdir()
    assert copy.name.startswith("avant-mise-a-jour-")
    assert f"{KEPT}{copy} »" in told
    assert done("migrate", "--data", folder, **site).startswith("Les données sont à jour.\nPour ouvrir")
    assert list((folder / "sauvegardes").iterdir()) == [copy]

    put(folder, site, "apres")
    now = rows(folder, **site)
    back = done("restore", copy, "--data", folder, **old)

    assert rows(folder, **old) == before
    assert now["accounts_organisation"][0] == before["accounts_organisation"][0] + 1
    assert "apres" in kept_aside(back.partition("gardées dans « ")[2].partition(" »")[0], site)

    done("migrate", "--data", folder, **site)
    assert rows(folder, **site).keys() == now.keys()
    assert done("check", "--data", folder, **site).startswith("Tout est en ordre : ")


@only_soak("the way back, which begins with it")
def test_a_copy_of_the_former_version_is_brought_to_this_one(former, tmp_path):
    site = settings(8123) | elsewhere.database()
    folder, other = tmp_path / "data", tmp_path / "autre"
    old = settings(8123) | former
    done("migrate", "--data", folder, **old)
    put(folder, old, "avant")
    done("backup", tmp_path / "copie.zip", "--data", folder, **old)

    done("restore", tmp_path / "copie.zip", "--data", other, **site)

    assert rows(other, **site)["accounts_organisation"][0] == 1
    assert done("migrate", "--data", other, **site).splitlines()[0] == "Les données sont à jour."
    assert not (other / "sauvegardes").exists()


def test_a_copy_of_this_version_is_refused_by_the_former_one(former, tmp_path):
    folder, site = tmp_path / "data", settings(8123)
    done("migrate", "--data", folder, **site)
    done("backup", tmp_path / "copie.zip", "--data", folder, **site)

    refused = command("restore", tmp_path / "copie.zip", "--data", tmp_path / "autre", **settings(8123) | former)

    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("Ces données viennent d’une version plus récente d’Auditblanc : ")
