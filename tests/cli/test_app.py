"""The command line as a whole: French, exit codes, start-up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditblanc import __version__
from auditblanc.cli import app
from auditblanc.cli.app import COMMANDS


def test_version_is_told_without_importing_anything():
    code = "import sys; sys.argv = ['auditblanc', '--version']; from auditblanc.__main__ import main; main(); print('click' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == f"auditblanc {__version__}\nFalse\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_french_help(auditblanc, name):
    run = auditblanc(name, "--help")

    assert (run.code, run.out.startswith(f"Usage : auditblanc {name}")) == (0, True)
    assert "Show this message" not in run.out


def test_help_shows_the_commands(auditblanc):
    run = auditblanc("--help")

    assert run.code == 0
    assert [
        line.split()[0] for line in run.lines if line.startswith("  ") and line.strip()[:4] in {n[:4] for n in COMMANDS}
    ] == list(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lire"], "La commande « lire » n’existe pas."),
        (["rea"], "La commande « rea » n’existe pas. Vouliez-vous dire « read » ?"),
        (["read"], "Il manque un argument : FICHIER…."),
        (["read", "--jsno", "x"], "L’option --jsno n’existe pas. Vouliez-vous dire « --json » ?"),
        (
            ["read", "--audit-date", "demain", "x"],
            "--audit-date : « demain » n’est pas une date. Écrivez-la 2027-02-10 ou 10/02/2027.",
        ),
        (["read", "x", "--edition"], "L’option --edition attend une valeur."),
        (
            ["compare", "a", "b", "c"],
            "Il y a un argument de trop : mettez entre guillemets les noms de fichiers qui contiennent des espaces.",
        ),
        (["referential"], "Il manque une commande."),
    ],
)
def test_wrong_command_gets_one_french_sentence(auditblanc, arguments, sentence):
    run = auditblanc(*arguments)

    assert (run.code, run.out, run.err) == (2, "", f"{sentence} Voir « auditblanc --help ».\n")


def test_missing_file_gets_one_french_sentence(auditblanc, tmp_path):
    run = auditblanc("read", tmp_path / "absent.docx")

    sentence = f"{tmp_path / 'absent.docx'} : ce fichier n’existe pas ; vérifiez son nom et son dossier.\n"
    assert (run.code, run.out, run.err) == (2, "", sentence)


@pytest.fixture
def failing(monkeypatch):
    def fail(*arguments, **options):
        raise ZeroDivisionError

    monkeypatch.setattr(app.main, "main", fail)


def test_a_case_nobody_foresaw_is_a_sentence_and_not_a_trace(auditblanc, failing):
    run = auditblanc("read", "x")

    assert (run.code, run.err.count("\n")) == (2, 1)
    assert run.err.startswith("Auditblanc s’est arrêté sur un cas qu’il ne prévoit pas (ZeroDivisionError).")


def test_a_variable_shows_the_trace(auditblanc, failing, monkeypatch):
    monkeypatch.setenv(app.TRACE, "1")

    with pytest.raises(ZeroDivisionError):
        auditblanc("read", "x")


def test_french_goes_out_whatever_the_locale():
    environment = {
        "PATH": "",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "ascii",
    }

    command = [sys.executable, "-m", "auditblanc", "referential", "show", "1"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)

    assert "Énoncé" in done.stdout.decode("utf-8").splitlines()
