"""From a data folder of one person, or none, to a site for several; and what is said to who does it in another order."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing

import pytest

from tests.web.local import elsewhere
from tests.web.local.started import command, environment, line, started
from tests.web.server.served import served, settings

SAID = settings(8123)


def test_an_empty_folder_gets_every_table_and_the_link_of_the_first_account(tmp_path):
    made = command("migrate", "--data", tmp_path / "d", **SAID)

    assert made.returncode == 0, made.stderr
    assert made.stdout.splitlines()[:2] == [
        "Les données sont à jour.",
        "Pour ouvrir le premier compte, celui qui administre le site, suivez ce lien dans les quatorze jours :",
    ]
    assert made.stdout.splitlines()[2].startswith("http://localhost:8123/invitation/")


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_of_two_at_once_the_second_waits_and_finds_all_done(tmp_path, database):
    said = SAID | (elsewhere.database() if database == "postgresql" else {})
    # On PostgreSQL as two machines do: a folder each.
    folders = [tmp_path / name for name in (("d", "d") if database == "sqlite" else ("un", "deux"))]

    both = [
        subprocess.Popen(
            line("migrate", "--data", folder),
            env=environment(said),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for folder in folders
    ]
    ended = [(*each.communicate(timeout=120), each.returncode) for each in both]

    assert [(err, code) for _, err, code in ended] == [("", 0)] * 2
    assert all("/invitation/" in out for out, *_ in ended)
    assert not (tmp_path / "d" / "sauvegardes").exists()


def test_unsafe_settings_are_told_and_nothing_is_made(tmp_path):
    made = command("migrate", "--data", tmp_path / "d", AUDITBLANC_ADDRESS="http://exemple.fr")

    assert made.returncode == 2
    assert made.stderr.splitlines() == [
        "Le site ne peut pas être ouvert à plusieurs avec ces réglages :",
        "- AUDITBLANC_ADDRESS n’est pas chiffrée : les mots de passe passeraient en clair. Écrivez une adresse en https://.",
    ]
    assert not (tmp_path / "d").exists()


def test_serving_what_was_not_migrated_is_refused(tmp_path):
    refused = command("serve", "--data", tmp_path / "d", **SAID)

    assert (refused.returncode, refused.stderr.strip()) == (
        2,
        "Ces données attendent une mise à jour : lancez « auditblanc migrate », puis recommencez.",
    )


def test_the_data_of_one_person_open_to_several_and_then_no_more_to_one(tmp_path):
    folder = tmp_path / "d"
    with started(folder):
        pass

    with served(folder) as shared:
        again = command("serve", "--data", folder, **SAID)
    alone = command("start", "--data", folder, "--no-browser")

    assert shared.link.startswith(f"{shared.address}/invitation/")
    assert again.stderr.strip() == "Un autre Auditblanc est ouvert sur ces données : arrêtez-le d’abord."
    assert (alone.returncode, alone.stderr.strip()) == (
        2,
        "Plusieurs personnes ont un compte sur ces données : ouvrez-les avec « auditblanc serve ».",
    )


def test_a_copy_of_a_shared_site_is_put_back_with_its_accounts_and_stays_shared(tmp_path):
    first, second, file = tmp_path / "d", tmp_path / "e", tmp_path / "copie.zip"
    command("migrate", "--data", first, **SAID)
    with_account(first)

    made = command("backup", "--data", first, file)
    restored = command("restore", "--data", second, file)
    again = command("migrate", "--data", second, **SAID)
    alone = command("start", "--data", second, "--no-browser")

    assert (made.returncode, restored.returncode, restored.stderr) == (0, 0, "")
    assert again.stdout.splitlines() == ["Les données sont à jour."]
    assert alone.stderr.strip().startswith("Plusieurs personnes ont un compte sur ces données")


def with_account(folder):
    """Somebody who can sign in."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO accounts_user (key, name, email, password, is_active, is_administrator) VALUES ('k', 'Olive', 'o@exemple.invalid', 'x', 1, 1)"
        )
