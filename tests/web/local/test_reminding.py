"""`auditblanc remind`, as a scheduler runs it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from email import message_from_bytes
from email.policy import default

from tests.web.local.started import command

SITE = {"AUDITBLANC_ADDRESS": "https://auditblanc.invalid"}


def with_somebody_late(folder):
    """The person gets an address, and an organisation of theirs an action of long ago."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database, database:
        database.execute("UPDATE accounts_user SET email = 'a@exemple.invalid'")
        database.execute("UPDATE accounts_organisation SET is_example = 0 WHERE id = 1")
        database.execute(
            "INSERT INTO assessments_action (key, organisation_id, what, origin, owner, due, priority, effort, cause, state, check_note, version)"
            " VALUES ('k', 1, 'Publier', 'hand', '', '2020-01-01', 'normal', '', '', 'to_do', '', 0)"
        )


def test_letters_are_written_once(folder, tmp_path):
    with_somebody_late(folder)
    letters = tmp_path / "lettres"

    runs = [command("remind", "--data", folder, AUDITBLANC_MAIL=f"file://{letters}", **SITE) for _ in range(2)]

    assert [(run.returncode, run.stdout, run.stderr) for run in runs] == [
        (0, "1 lettre envoyée.\n", ""),
        (0, "0 lettre envoyée.\n", ""),
    ]
    [file] = letters.iterdir()
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert message["To"] == "a@exemple.invalid"
    assert "- 1er janvier 2020\u00a0: Publier" in message.get_body(("plain",)).get_content()


def test_without_a_server_it_says_what_to_set(folder):
    done = command("remind", "--data", folder, **SITE)

    assert (done.returncode, done.stderr) == (
        2,
        "Aucun serveur d’envoi n’est réglé : donnez-le dans la variable AUDITBLANC_MAIL. Sur un seul ordinateur, les échéances s’affichent à l’accueil.\n",
    )


def test_without_the_address_of_the_site_it_says_what_to_set(folder, tmp_path):
    done = command("remind", "--data", folder, AUDITBLANC_MAIL=f"file://{tmp_path}")

    assert (done.returncode, "AUDITBLANC_ADDRESS" in done.stderr) == (2, True)


def test_a_server_that_does_not_answer_is_said(folder):
    with_somebody_late(folder)

    done = command("remind", "--data", folder, AUDITBLANC_MAIL="smtp://127.0.0.1:9", **SITE)

    assert (done.returncode, done.stdout) == (2, "0 lettre envoyée.\n")
    assert done.stderr.startswith(
        "Le serveur d’envoi a refusé ou n’a pas répondu pour 1 lettre : le journal dit pourquoi."
    )
