"""`auditblanc check` on PostgreSQL and S3: rules that are gone, rows that point nowhere, files gone, altered, left over."""

from __future__ import annotations

import shutil

import psycopg
import pytest

from tests.web.local import elsewhere
from tests.web.local.conftest import found, kept, left
from tests.web.local.started import command
from tests.web.server.served import settings


@pytest.fixture(scope="module")
def bucket():
    with elsewhere.bucket() as both:
        yield both


@pytest.fixture(scope="module")
def site(bucket, first_day, tmp_path_factory):
    """Data of one person, with a file that a proof shows, brought there; the folder, and the variables that lead there."""
    own = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(first_day, own)
    found(own, "Mimosa")
    kept(own, b"%PDF-1.7 emargement")
    variables = {**settings(8123), **elsewhere.database(), **bucket[0]}
    for arguments in (
        ["backup", own.parent / "c.zip", "--data", own],
        ["restore", own.parent / "c.zip", "--data", own.parent / "m"],
    ):
        done = command(*arguments, **(variables if arguments[0] == "restore" else {}))
        assert (done.returncode, done.stderr) == (0, "")
    return own.parent / "m", variables


@pytest.fixture
def statements(site):
    """Run some, as whoever has the database in hand can."""

    def run(*each: str) -> None:
        with psycopg.connect(site[1]["AUDITBLANC_DATABASE"]) as database:
            for statement in each:
                database.execute(statement)

    return run


def told(site) -> tuple[int, list[str]]:
    done = command("check", "--data", site[0], **site[1])
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_a_rule_that_is_gone_is_told(site, statements):
    statements("ALTER TABLE accounts_logo DROP CONSTRAINT a_logo_is_png_or_jpeg")

    code, lines = told(site)

    statements(
        "ALTER TABLE accounts_logo ADD CONSTRAINT a_logo_is_png_or_jpeg CHECK (media_type IN ('image/png', 'image/jpeg'))"
    )
    assert (code, lines) == (
        1,
        [
            "1 défaut :",
            "- La table « accounts_logo » n’a plus la règle « a_logo_is_png_or_jpeg », qui a été retirée hors d’Auditblanc : restaurez votre dernière copie avec « auditblanc restore », qui refait les tables.",
        ],
    )


def test_rows_that_point_nowhere_are_told(site, statements):
    statements(
        "SET session_replication_role = replica",
        "INSERT INTO accounts_tag (person_id, organisation_id, word) SELECT 999, id, 'CFA' FROM accounts_organisation LIMIT 1",
    )

    code, lines = told(site)

    statements("DELETE FROM accounts_tag")
    assert (code, lines[1:]) == (
        1,
        [
            "- Des lignes de la table « accounts_tag » en désignent d’autres, de « accounts_user », qui n’y sont plus : restaurez votre dernière copie avec « auditblanc restore »."
        ],
    )


def test_a_file_left_over_is_told_and_harms_nothing(site, bucket, tmp_path):
    over = left(tmp_path, b"un envoi interrompu")
    bucket[1].upload_file(str(over), f"auditblanc/mimosa/{over.parent.name}/{over.name}")

    code, lines = told(site)

    assert (code, lines[0].partition(" :")[0]) == (0, "1 fichier gardé n’appartient à aucune preuve de ces données")
    assert lines[1].startswith("Tout est en ordre : la base de données, 4 journaux, ")


def test_a_journal_changed_by_hand_is_told(site, statements):
    statements("UPDATE assessments_event SET verb = 'ended' WHERE number = 1")

    code, lines = told(site)

    assert (code, lines[1]) == (1, "3 défauts :")
    assert sum("le journal ne s’accorde plus à partir de l’événement 1" in line for line in lines) == 3


def test_a_base_that_holds_nothing_has_nothing_to_check(site, tmp_path):
    done = command("check", "--data", tmp_path, **{**site[1], **elsewhere.database()})

    assert (done.returncode, done.stderr.strip()) == (
        2,
        "La base PostgreSQL ne contient pas encore de données d’Auditblanc : il n’y a rien à vérifier.",
    )
