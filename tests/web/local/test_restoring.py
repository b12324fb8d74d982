"""`auditblanc backup` and `auditblanc restore`, as a person runs them."""

from __future__ import annotations

import json
import shutil
from contextlib import closing

import pytest

from auditblanc.web.local.live_database import opened
from tests.web.local.conftest import INVENTED, found, kept, organisations
from tests.web.local.started import command, started

OTHER = INVENTED.with_name("2026-gravite-inventee.toml")


@pytest.fixture
def copy(folder, tmp_path):
    done = command("backup", tmp_path / "copie.zip", "--data", folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Copie enregistrée : {tmp_path / 'copie.zip'}\n", "")
    return tmp_path / "copie.zip"


def test_what_was_saved_comes_back_and_what_was_there_is_kept(folder, copy, tmp_path):
    found(folder, "Apres")
    (folder / "editions" / "mon-texte.toml").write_text(f"# changé\n{INVENTED.read_text()}")
    shutil.copyfile(OTHER, folder / "editions" / "autre.toml")

    done = command("restore", copy, "--data", folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert (organisations(folder), editions(folder)) == (["Mimosa"], {"mon-texte.toml": INVENTED.read_text()})
    [aside] = (folder / "sauvegardes").iterdir()
    assert done.stdout.splitlines()[1] == f"Vos données d’avant sont gardées dans « {aside} »."

    again = command("restore", aside, "--data", folder)

    assert (again.returncode, organisations(folder)) == (0, ["Apres", "Mimosa"])
    assert editions(folder) == {
        "autre.toml": OTHER.read_text(),
        "mon-texte.toml": f"# changé\n{INVENTED.read_text()}",
    }


def editions(folder) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((folder / "editions").iterdir())}


def test_files_of_proofs_come_back_and_altered_ones_are_mended(folder, tmp_path):
    lost, altered = kept(folder, b"%PDF-1.7 perdu"), kept(folder, b"%PDF-1.7 abime")
    assert command("backup", tmp_path / "c.zip", "--data", folder).returncode == 0
    lost.unlink()
    altered.write_bytes(b"autre chose")
    added = kept(folder, b"%PDF-1.7 depuis")

    done = command("restore", tmp_path / "c.zip", "--data", folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert [file.read_bytes()[9:] for file in (lost, altered, added)] == [b"perdu", b"abime", b"depuis"]


def test_it_comes_back_on_another_machine(copy, tmp_path):
    done = command("restore", copy, "--data", tmp_path / "autre")

    assert (done.returncode, done.stderr) == (0, "")
    assert organisations(tmp_path / "autre") == ["Mimosa"]
    assert (tmp_path / "autre" / "secret").is_file()


def test_data_that_cannot_be_read_any_more_are_kept_as_they_are(folder, copy):
    (folder / "auditblanc.sqlite3").write_bytes(b"illisible" * 1000)

    done = command("restore", copy, "--data", folder)

    assert (done.returncode, done.stderr, organisations(folder)) == (0, "", ["Mimosa"])
    [aside] = folder.glob("avant-restauration-*")
    assert (aside / "auditblanc.sqlite3").read_bytes() == b"illisible" * 1000


def test_nothing_is_changed_by_a_file_that_is_not_a_copy(folder, tmp_path):
    (tmp_path / "autre.zip").write_bytes(b"PK")

    done = command("restore", tmp_path / "autre.zip", "--data", folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Ce fichier n’est pas une copie d’Auditblanc : ")
    assert (organisations(folder), (folder / "sauvegardes").exists()) == (["Mimosa"], False)


def test_a_copy_is_remembered(folder, copy):
    assert json.loads((folder / "etat.json").read_text())["last_copy"] is not None


def test_while_the_site_runs_a_copy_is_made_but_none_put_back(folder, tmp_path):
    with started(folder):
        saved = command("backup", tmp_path / "copie.zip", "--data", folder)
        refused = command("restore", tmp_path / "copie.zip", "--data", folder)

    assert (saved.returncode, refused.returncode) == (0, 2)
    assert refused.stderr == (
        "Auditblanc est ouvert sur ces données : arrêtez-le (Ctrl-C dans sa fenêtre), ou restaurez la copie depuis sa page « Mes données ».\n"
    )


def test_an_older_database_is_copied_before_it_is_brought_up_to_date(first_day, tmp_path):
    """What `auditblanc start` does when a new version changes the tables."""
    folder = tmp_path / "data"
    shutil.copytree(first_day, folder)
    before_sessions(folder)

    with started(folder):
        pass

    assert [path.name[:19] for path in (folder / "sauvegardes").iterdir()] == ["avant-mise-a-jour-2"]


def before_sessions(folder) -> None:
    with closing(opened(folder / "auditblanc.sqlite3")) as database, database:
        database.execute("DROP TABLE django_session")
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    (folder / "etat.json").write_text((folder / "etat.json").read_text().replace('"schema"', '"autre"'))


def test_copies_in_a_folder_carry_their_date_and_old_ones_go_when_asked(folder, tmp_path):
    old = ["auditblanc-2026-01-05-0315.zip", "auditblanc-2026-01-06-0315.zip", "auditblanc-2026-02-06-0315.zip"]
    for name in old:
        (tmp_path / name).write_bytes(b"")

    done = command("backup", tmp_path, "--data", folder, "--keep", "1j,2m")

    [made] = {path.name for path in tmp_path.glob("*.zip")} - set(old)
    assert done.stdout == f"Copie enregistrée : {tmp_path / made}\n2 copies plus anciennes retirées.\n"
    assert sorted(path.name for path in tmp_path.glob("*.zip")) == sorted([old[2], made])


@pytest.mark.parametrize(
    ("file", "keep", "sentence"),
    [
        ("a.zip", "7j", "--keep ne compte que les copies qui portent leur date : donnez un dossier à la place de « a.zip »."),
        ("", "sept", "--keep : « sept » ne dit pas combien de copies sont gardées"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_count_of_is_refused_before_a_copy_is_made(folder, tmp_path, file, keep, sentence):
    refused = command("backup", tmp_path / file, "--data", folder, "--keep", keep)

    assert (refused.returncode, refused.stdout, list(tmp_path.glob("*.zip"))) == (2, "", [])
    assert refused.stderr.startswith(sentence)
