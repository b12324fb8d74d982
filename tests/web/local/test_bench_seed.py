"""`auditblanc bench seed`: a new folder is filled with fictitious organisations, one that has any is left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.web.local.started import Visitor, command, started

COUNTED = """
SELECT (SELECT COUNT(*) FROM accounts_organisation WHERE NOT is_example), (SELECT COUNT(*) FROM assessments_assessment),
       (SELECT COUNT(*) FROM assessments_rating), (SELECT COUNT(*) FROM accounts_membership WHERE role = 'owner')
"""


def asked(folder, question):
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        return database.execute(question).fetchone()


def test_a_new_folder_is_filled_and_opens(tmp_path):
    folder = tmp_path / "essai"

    done = command("bench", "seed", 12, "--data", folder)

    assert (done.returncode, done.stdout) == (
        0,
        f"« {folder} » est rempli : « auditblanc start --data {folder} » l’ouvre.\n",
    )
    assert asked(folder, COUNTED) == (12, 36, 1188, 12)
    [first] = asked(folder, "SELECT name FROM accounts_organisation ORDER BY id")
    with started(folder) as site:
        page = Visitor(site).open("/portefeuille/?tri=name&mots=fictif")
    assert first.endswith("00000 (fictif)")
    assert "les 12 de cette liste" in page
    assert first in page


def test_a_folder_that_has_organisations_is_left_alone(folder):
    before = asked(folder, "SELECT COUNT(*) FROM accounts_organisation")

    refused = command("bench", "seed", 5, "--data", folder)

    assert (refused.returncode, refused.stderr) == (
        2,
        f"Il y a déjà des organismes dans « {folder} » : choisissez un dossier neuf.\n",
    )
    assert asked(folder, "SELECT COUNT(*) FROM accounts_organisation") == before


def test_the_folder_is_named_and_the_number_is_one(tmp_path):
    assert command("bench", "seed", 5).stderr == (
        "Nommez le dossier à remplir, par exemple « --data essai » : le vôtre n’est jamais rempli d’organismes fictifs.\n"
    )
    assert command("bench", "seed", "mille", "--data", tmp_path / "x").stderr == (
        "Le nombre d’organismes est un nombre de 1 à 100000. Voir « auditblanc --help ».\n"
    )
    assert not (tmp_path / "x").exists()
