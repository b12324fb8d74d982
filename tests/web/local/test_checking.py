"""`auditblanc check`, as a person runs it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.web.local.conftest import left
from tests.web.local.started import command

DATABASE = "auditblanc.sqlite3"


def test_data_in_order_are_said_so(folder):
    done = command("check", "--data", folder)

    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "Tout est en ordre : la base de données, 4 journaux, 3 évaluations, 0 copie figée et 0 fichier de preuve.\n",
        "",
    )


def test_a_file_that_no_proof_has_is_told_and_harms_nothing(folder):
    left(folder, b"un contenu")

    done = command("check", "--data", folder)

    assert (done.returncode, done.stdout.splitlines()[0]) == (
        0,
        "1 fichier gardé n’appartient à aucune preuve de ces données : un dépôt interrompu, ou des données d’avant une restauration, qui peuvent encore servir. Rien n’est à faire.",
    )


def test_what_does_not_hold_is_listed_and_the_exit_code_tells(folder):
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute("UPDATE assessments_event SET verb = 'ended' WHERE number = 1")

    done = command("check", "--data", folder)

    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "3 défauts :")
    assert done.stdout.count("le journal ne s’accorde plus à partir de l’événement 1") == 3


def test_a_damaged_database_is_told_with_what_to_do(folder):
    (folder / DATABASE).write_bytes(b"not a database at all" * 300)

    done = command("check", "--data", folder)

    assert (done.returncode, done.stdout) == (
        1,
        "1 défaut :\n- La base de données est abîmée (ce n’est plus un fichier SQLite lisible) : restaurez votre dernière copie avec « auditblanc restore ».\n",
    )


def test_rows_that_point_nowhere_are_damage(folder):
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute("DELETE FROM accounts_user")

    done = command("check", "--data", folder)

    assert (done.returncode, "des lignes en désignent d’autres qui n’y sont plus" in done.stdout) == (1, True)


def test_data_of_an_older_version_are_opened_first(folder):
    with closing(sqlite3.connect(folder / DATABASE)) as database, database:
        database.execute("DELETE FROM django_migrations WHERE app = 'assessments' AND name <> '0001_first'")

    done = command("check", "--data", folder)

    assert (done.returncode, done.stderr) == (
        2,
        "Ces données sont d’une version plus ancienne : ouvrez d’abord Auditblanc, qui les met à jour, puis vérifiez.\n",
    )


def test_an_empty_folder_has_nothing_to_check(tmp_path):
    done = command("check", "--data", tmp_path)

    assert (done.returncode, done.stderr) == (
        2,
        f"Le dossier « {tmp_path} » ne contient pas encore de données d’Auditblanc : il n’y a rien à vérifier.\n",
    )
