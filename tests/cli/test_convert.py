"""`auditblanc convert`: another format, another text, one file or many."""

from __future__ import annotations

import json
import shutil

import pytest

from auditblanc.interchange.formats import FORMATS, read_file
from tests.conftest import DATA

FORM = DATA / "fiche-remplie.docx"


def test_convert_carries_the_form_to_33_rows(auditblanc, catalogue, tmp_path):
    run = auditblanc("convert", FORM, tmp_path / "out.docx", "--edition", "2026-v9")

    reading = read_file(tmp_path / "out.docx", catalogue)
    assert (run.code, len(reading.snapshot.ratings), reading.snapshot.edition) == (0, 33, "2026-v9")
    before = read_file(FORM, catalogue).snapshot
    assert [(r.level, r.presentation) for r in reading.snapshot.ratings[:32]] == [
        (r.level, r.presentation) for r in before.ratings
    ]


def test_convert_there_and_back_to_json_loses_nothing(auditblanc, catalogue, tmp_path):
    auditblanc("convert", FORM, tmp_path / "out.docx", "--edition", "2026-v9")

    auditblanc("convert", FORM, tmp_path / "straight.json", "--edition", "2026-v9")
    auditblanc("convert", tmp_path / "out.docx", tmp_path / "round.json")

    straight, round_trip = (
        json.loads((tmp_path / f"{name}.json").read_text("utf-8")) for name in ("straight", "round")
    )
    assert round_trip == straight


@pytest.mark.parametrize("ending", ["docx", "xlsx", "json"])
def test_convert_writes_each_format_and_reads_it_back(auditblanc, catalogue, tmp_path, ending):
    run = auditblanc("convert", FORM, tmp_path / f"out.{ending}")

    before = read_file(FORM, catalogue).snapshot
    kept = FORMATS[ending].keep(before, catalogue.edition(before.edition))
    assert (run.code, read_file(tmp_path / f"out.{ending}", catalogue).snapshot) == (0, kept)


def test_convert_says_what_is_left_to_do(auditblanc, tmp_path):
    run = auditblanc("convert", FORM, tmp_path / "out.docx", "--audit-date", "10/02/2027", "--category", "AF")

    told = [line.split(" :")[0] for line in run.err.splitlines()]
    assert (run.out, told[2:5]) == ("", ["Passage de 2019-v7 à 2026-v9", "À revoir", "Nouveau"])


def test_convert_of_several_files_needs_a_format(auditblanc, tmp_path):
    run = auditblanc("convert", FORM, FORM, tmp_path / "out")

    assert (run.code, run.err) == (
        2,
        "Pour plusieurs fichiers, indiquez le format avec --to, par exemple --to json. Voir « auditblanc --help ».\n",
    )


def test_convert_of_a_folder_keeps_names(auditblanc, tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("un", "deux"):
        shutil.copy(FORM, tmp_path / "in" / f"{name}.docx")
    (tmp_path / "in" / "trois.docx").write_bytes(b"")

    run = auditblanc("convert", tmp_path / "in", tmp_path / "out", "--to", "json")

    assert (run.code, sorted(path.name for path in (tmp_path / "out").iterdir())) == (1, ["deux.json", "un.json"])


def test_convert_of_two_files_of_one_name_is_refused(auditblanc, tmp_path):
    run = auditblanc("convert", FORM, FORM, tmp_path / "out", "--to", "json")

    assert (run.code, run.err.startswith("Deux fichiers donneraient le même nom, fiche-remplie.json")) == (2, True)


def test_convert_to_an_unknown_ending_says_which_exist(auditblanc, tmp_path):
    run = auditblanc("convert", FORM, tmp_path / "out.pdf")

    sentence = f"{tmp_path / 'out.pdf'} : la fin du nom choisit le format ; utilisez .docx, .xlsx, .json.\n"
    assert (run.code, run.err) == (2, sentence)


def test_convert_into_a_missing_folder_writes_nothing(auditblanc, tmp_path):
    run = auditblanc("convert", FORM, tmp_path / "absent" / "out.json")

    assert (run.code, list(tmp_path.iterdir())) == (2, [])
