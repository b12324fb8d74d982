"""One file that holds the person's data."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
import zipfile
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO

import pytest

from auditblanc import __version__
from auditblanc.interchange.saving import SavingError
from auditblanc.web.local import copy_file
from auditblanc.web.local.copy_file import Written, file_name, keep_copy, save_copy, write_copy
from auditblanc.web.local.live_database import opened
from auditblanc.web.local.refused import RefusedError
from tests.web.local.conftest import kept, left

NOW = datetime(2026, 11, 25, 22, 30, tzinfo=UTC)


def test_it_holds_the_data_and_the_settings_but_not_the_secret(folder, tmp_path):
    proof = kept(folder, b"%PDF-1.7").relative_to(folder).as_posix()
    left(folder, b"un envoi interrompu")

    save_copy(folder, tmp_path / "copie.zip", at=NOW)

    with zipfile.ZipFile(tmp_path / "copie.zip") as package:
        assert package.namelist() == [
            "auditblanc.sqlite3",
            "etat.json",
            "editions/mon-texte.toml",
            proof,
            "manifeste.json",
        ]
        manifest = json.loads(package.read("manifeste.json"))
        digests = {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist()[:-1]}
    assert (manifest["format"], manifest["auditblanc"]) == (2, __version__)
    assert manifest["made_at"] == "2026-11-25T22:30:00+00:00"
    assert {name: part["sha256"] for name, part in manifest["parts"].items()} == digests


def test_nothing_is_left_in_the_folder(folder, tmp_path):
    before = sorted(path.name for path in folder.iterdir())

    save_copy(folder, tmp_path / "copie.zip", at=NOW)

    assert sorted(path.name for path in folder.iterdir()) == before


def test_what_a_copy_left_that_was_cut_short_goes_with_the_next_one_a_day_later(folder, tmp_path):
    old, at_work = tmp_path / ".auditblanc-0123456789abcdef.tmp", tmp_path / ".auditblanc-fedcba9876543210.tmp"
    scratch = folder / ".copie-abc"
    scratch.mkdir()
    for path in (old, at_work):
        path.write_bytes(b"PK")
    for path in (old, scratch):
        os.utime(path, (NOW.timestamp() - 90_000,) * 2)
    os.utime(at_work, (NOW.timestamp() - 3_600,) * 2)

    save_copy(folder, tmp_path / "copie.zip", at=NOW)

    assert (old.exists(), scratch.exists(), at_work.exists()) == (False, False, True)


def test_what_the_site_keeps_by_itself_leaves_the_files_where_they_are(folder):
    kept(folder, b"%PDF-1.7")

    with zipfile.ZipFile(keep_copy(folder, "avant-essai", at=NOW)) as package:
        assert [name for name in package.namelist() if name.startswith("preuves")] == []


def test_a_copy_made_while_others_write_is_of_one_moment(folder, tmp_path):
    """Each transaction adds two organisations: a copy never holds one of them alone."""
    stop = threading.Event()

    def write() -> None:
        number = 0
        with closing(opened(folder / "auditblanc.sqlite3")) as database:
            database.execute("PRAGMA journal_mode=WAL")
            while not stop.is_set():
                number += 1
                with database:
                    for side in "ab":
                        database.execute(
                            "INSERT INTO accounts_organisation (key, name, accent, is_example, created_at) VALUES (?, 'x', '', 0, '')",
                            [f"{number}{side}"],
                        )

    writer = threading.Thread(target=write)
    writer.start()
    counts = [copied_count(folder, tmp_path / f"{turn}.sqlite3") for turn in range(10)]
    stop.set()
    writer.join()

    assert [count % 2 for count in counts] == [0] * 10
    assert counts[-1] > counts[0]


def copied_count(folder, target) -> int:
    package = BytesIO()
    write_copy(folder, package, at=NOW)
    target.write_bytes(zipfile.ZipFile(package).read("auditblanc.sqlite3"))
    with closing(sqlite3.connect(target)) as copy:
        return copy.execute("SELECT COUNT(*) FROM accounts_organisation WHERE name = 'x'").fetchone()[0]


def test_a_folder_without_data_is_refused(tmp_path):
    with pytest.raises(RefusedError) as refused:
        write_copy(tmp_path, BytesIO(), at=NOW)

    assert (
        str(refused.value)
        == f"Le dossier « {tmp_path} » ne contient pas encore de données d’Auditblanc : il n’y a rien à copier."
    )


def test_files_that_are_gone_or_altered_are_left_out_and_counted(folder, tmp_path):
    whole, gone, altered = (kept(folder, content) for content in (b"%PDF-1.7 entier", b"%PDF perdu", b"%PDF abime"))
    gone.unlink()
    altered.write_bytes(b"autre chose")

    written = save_copy(folder, tmp_path / "copie.zip", at=NOW)

    assert written == Written(files=1, missing=2)
    with zipfile.ZipFile(tmp_path / "copie.zip") as package:
        assert [name.rpartition("/")[2] for name in package.namelist() if name.startswith("preuves")] == [whole.name]


def test_too_many_files_for_one_copy_are_said_before_any_is_read(folder, monkeypatch):
    kept(folder, b"%PDF-1.7")
    kept(folder, b"%PDF-1.7 autre")
    monkeypatch.setattr(copy_file, "FILES_LIMIT", 1)

    with pytest.raises(RefusedError, match=r"^Ces données ont 2 fichiers de preuves, trop pour une seule copie : "):
        write_copy(folder, BytesIO(), at=NOW)


def test_a_place_that_cannot_be_written_is_said(folder, tmp_path):
    with pytest.raises(SavingError):
        save_copy(folder, tmp_path / "absent" / "copie.zip", at=NOW)


def test_its_name_tells_the_moment():
    assert file_name(NOW) == "auditblanc-2026-11-25-2230.zip"
