"""`auditblanc read`: the filled form, one or many, for a person or a program."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import DATA

FORM = DATA / "fiche-remplie.docx"


@pytest.fixture
def expected():
    return json.loads((DATA / "fiche-remplie.expected.json").read_text("utf-8"))


def answers(assessment):
    return {
        str(rating["indicator"]): {"level": rating["level"], "presentation": rating["presentation"]}
        for rating in assessment["ratings"]
    }


@pytest.mark.parametrize("name", ["fiche-remplie.docx", "fiche-remplie-libreoffice.docx"])
def test_read_json_gives_every_answer_and_the_doubt(auditblanc, expected, name):
    run = auditblanc("read", "--json", DATA / name)

    document = json.loads(run.out)
    assert (run.code, list(document)) == (0, ["assessment", "problems"])
    assert answers(document["assessment"]) == expected
    assert [(doubt["indicator"], doubt["cell"]) for doubt in document["problems"]] == [(20, "presentation")]


def test_read_json_has_the_published_fields(auditblanc):
    run = auditblanc("read", "--json", FORM)

    rating = json.loads(run.out)["assessment"]["ratings"][4]
    assert {key: rating[key] for key in ("indicator", "level", "applicable", "reason", "review")} == {
        "indicator": 5,
        "level": 1,
        "applicable": None,
        "reason": "",
        "review": None,
    }


def test_read_shows_a_table_and_the_doubts(auditblanc):
    run = auditblanc("read", FORM)

    assert run.code == 0
    assert run.lines[1] == "fiche-remplie.docx : 26 indicateurs évalués sur 32"
    assert "1 doute à vérifier" in run.lines


def test_read_of_the_blank_form_has_no_doubt(auditblanc):
    run = auditblanc("read", DATA / "fiche-vierge.docx")

    assert run.lines[1] == "fiche-vierge.docx : 0 indicateur évalué sur 32"
    assert run.lines[-1] == "Aucun doute de lecture."


def test_read_with_an_audit_date_goes_through_the_bridge(auditblanc):
    run = auditblanc("read", "--json", FORM, "--audit-date", "2027-02-10")

    assessment = json.loads(run.out)["assessment"]
    reviews = {rating["indicator"]: rating["review"] for rating in assessment["ratings"]}
    assert (assessment["edition"], reviews[1], reviews[4], reviews[33]) == ("2026-v9", "look_again", "kept", "new")


def test_read_of_several_files_gives_one_line_each(auditblanc):
    other = DATA / "fiche-vierge.docx"

    run = auditblanc("read", "--json", FORM, other)

    assert [json.loads(line)["file"] for line in run.lines] == [str(FORM), str(other)]
    assert (run.code, run.err) == (0, "2 fichiers lus, 0 refusé\n")


def test_read_of_a_folder_leaves_out_the_unusable_and_says_so(auditblanc, tmp_path):
    shutil.copy(FORM, tmp_path / "a.docx")
    (tmp_path / "b.docx").write_bytes(b"")
    (tmp_path / "~$a.docx").write_bytes(b"lock")

    run = auditblanc("read", "--json", tmp_path)

    assert (run.code, [json.loads(line)["file"] for line in run.lines]) == (1, [str(tmp_path / "a.docx")])
    assert run.err.splitlines() == [
        f"{tmp_path / 'b.docx'} : Ce fichier est vide : il ne contient pas un octet, redemandez-le à la personne qui vous l’a envoyé.",
        "1 fichier lu, 1 refusé",
    ]


def test_read_of_only_unusable_files_fails(auditblanc, tmp_path):
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(b"")

    assert auditblanc("read", tmp_path).code == 2


def test_read_of_an_empty_folder_says_what_it_looks_for(auditblanc, tmp_path):
    run = auditblanc("read", tmp_path)

    sentence = f"{tmp_path} : ce dossier ne contient aucune fiche (.docx, .odt, .xlsx, .json).\n"
    assert (run.code, run.out, run.err) == (2, "", sentence)


def test_read_of_many_files_is_the_same_on_both_cores(auditblanc, tmp_path):
    for number in range(30):
        shutil.copy(FORM, tmp_path / f"{number:02}.docx")

    run = auditblanc("read", "--json", tmp_path)

    found = [json.loads(line) for line in run.lines]
    assert [entry["file"] for entry in found] == [str(tmp_path / f"{number:02}.docx") for number in range(30)]
    assert all(entry["assessment"] == found[0]["assessment"] for entry in found)
