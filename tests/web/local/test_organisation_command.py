"""`auditblanc organisation`: out of one installation, into another."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

from tests.web.local.started import command


def example(folder):
    """The name of the first organisation of a data folder: a worked example."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        return database.execute("SELECT name FROM accounts_organisation ORDER BY id").fetchone()[0]


def test_it_says_which_organisations_there_are(folder, tmp_path):
    done = command("organisation", "export", "Atelier Inconnu", tmp_path / "o.zip", "--data", folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Aucun organisme ne s’appelle « Atelier Inconnu ».")


def test_out_of_one_installation_into_another_and_back(first_day, folder, tmp_path):
    file = tmp_path / "organisme.zip"
    name = example(folder)
    elsewhere = shutil.copytree(first_day, tmp_path / "ailleurs")

    out = command("organisation", "export", name, file, "--data", folder)
    again = command("organisation", "export", name, file, "--data", folder)
    new = command("organisation", "import", file, "--data", elsewhere)
    same = command("organisation", "import", file, "--into", name, "--data", folder)
    check = command("check", "--data", elsewhere)

    assert (out.returncode, out.stdout) == (0, f"« {name} » est dans « {file} ».\n")
    assert (again.returncode, again.stderr) == (2, f"« {file} » existe déjà : choisissez un autre nom.\n")
    # The other installation has the worked example of that name too.
    assert (new.returncode, new.stdout.startswith(f"« {name} (repris le ")) == (0, True)
    assert (same.returncode, same.stderr) == (
        2,
        f"« {name} » contient déjà tout ce que dit ce fichier : rien n’est à reprendre.\n",
    )
    assert check.returncode == 0


def test_where_there_are_no_data_it_says_so(tmp_path):
    done = command("organisation", "export", "Atelier", tmp_path / "o.zip", "--data", tmp_path / "vide")

    assert (done.returncode, done.stderr) == (
        2,
        f"Il n’y a pas encore de données dans « {tmp_path / 'vide'} » : ouvrez d’abord le site avec « auditblanc ».\n",
    )
    assert not (tmp_path / "vide").exists()
