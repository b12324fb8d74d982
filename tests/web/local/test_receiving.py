"""`auditblanc receive`: a folder of forms from the command line, stopped at any moment and carried on."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.assessments.mass_intake.filled import folder_of, form, siren
from tests.web.local.started import command, environment

KILLS, FORMS = (100, 2000) if os.environ.get("AUDITBLANC_SOAK") else (3, 120)
COUNTS = """SELECT (SELECT count(*) FROM assessments_assessment a JOIN accounts_organisation o ON o.id = a.organisation_id WHERE NOT o.is_example),
    (SELECT count(*) FROM accounts_organisation WHERE NOT is_example AND name <> 'Mimosa'),
    (SELECT count(*) FROM assessments_receivedform WHERE outcome = 'attached')"""


def held(folder):
    """How many assessments, organisations made by a reception, and attached forms are there."""
    with closing(sqlite3.connect(folder / "auditblanc.sqlite3")) as database:
        return database.execute(COUNTS).fetchone()


def test_a_folder_is_received_and_told(folder, tmp_path):
    forms = folder_of(tmp_path / "fiches", 3)
    (forms / "École du bois.docx").write_bytes(form(9))
    report = tmp_path / "rapport.xlsx"

    done = command("receive", forms, "--report", report, "--data", folder)
    book = load_workbook(BytesIO(report.read_bytes()), read_only=True)

    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        1, "3 fiches rattachées (dont 3 organismes créés), 1 à rattacher.",
    )  # fmt: skip
    assert "École du bois.docx" in done.stdout
    assert held(folder) == (3, 3, 3)
    assert book.sheetnames == ["Fiches", "Doutes"]
    assert [row[1].value for row in book["Fiches"].iter_rows(min_row=2)] == ["rattachée"] * 3 + ["à rattacher"]
    assert command("check", "--data", folder).returncode == 0


def test_run_again_it_changes_nothing(folder, tmp_path):
    forms = tmp_path / "fiches.zip"
    with zipfile.ZipFile(forms, "w") as archive:
        archive.writestr(f"envoi/{siren(1)}.docx", form(1))
        archive.writestr("envoi/a.docx", form(2))
        archive.writestr("envoi/index.csv", f"fichier;nom;SIREN\na.docx;École fictive;{siren(2)}\n")

    first = command("receive", forms, "--data", folder)
    before = held(folder)
    again = command("receive", forms, "--data", folder)

    assert (first.returncode, first.stdout) == (0, "2 fiches rattachées (dont 2 organismes créés).\n")
    assert (again.returncode, again.stdout) == (0, "2 déjà reçues.\n")
    assert held(folder) == before == (2, 2, 2)


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "Il n’y a aucune fiche ici (.docx, .odt, .xlsx, .json)"),
        ({"a.docx": b"x", "index.csv": b"nom;siren\n"}, "L’index n’a pas de colonne « fichier »"),
    ],
)
def test_what_cannot_be_received_says_why(folder, tmp_path, files, sentence):
    for name, data in files.items():
        (tmp_path / "fiches").mkdir(exist_ok=True)
        (tmp_path / "fiches" / name).write_bytes(data)
    (tmp_path / "fiches").mkdir(exist_ok=True)

    done = command("receive", tmp_path / "fiches", "--data", folder)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)


def test_a_file_that_is_no_archive_says_so(folder, tmp_path):
    (tmp_path / "fiches.zip").write_bytes(b"nothing")

    done = command("receive", tmp_path / "fiches.zip", "--data", folder)

    assert (done.returncode, done.stderr) == (
        2, "Ce fichier n’est pas une archive ZIP, ou elle est abîmée : refaites-la à partir du dossier des fiches.\n",
    )  # fmt: skip


@pytest.mark.soak
def test_killed_at_any_moment_it_goes_on_from_there(folder, tmp_path):
    forms = folder_of(tmp_path / "fiches", FORMS)
    chance = random.Random(11)
    call = [sys.executable, "-m", "auditblanc", "receive", forms, "--data", folder]

    for _ in range(KILLS):
        running = subprocess.Popen(call, env=environment({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(1, 4))
        running.kill()
        running.wait()
        assessments, organisations, attached = held(folder)
        assert assessments == organisations == attached
    last = command("receive", forms, "--data", folder)

    assert last.returncode == 0
    assert held(folder) == (FORMS, FORMS, FORMS)
    assert command("check", "--data", folder).returncode == 0
