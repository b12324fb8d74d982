"""`auditblanc example`: what `make run` shows."""

from __future__ import annotations

import json

from auditblanc.cli.commands.example import ANSWERS, FORM
from auditblanc.domain.bridge import bridge
from auditblanc.interchange.form_docx import keep
from auditblanc.interchange.formats import read_file
from tests.architecture.test_imports import SOURCE

EXAMPLES = SOURCE / "examples"


def test_example_reads_carries_and_writes(auditblanc, catalogue, tmp_path):
    run = auditblanc("example", tmp_path / "ex")

    carried = read_file(tmp_path / "ex" / "fiche-atelier-mimosa-2026.docx", catalogue).snapshot
    assert (run.code, run.err, carried.edition, len(carried.ratings)) == (0, "", "2026-v9", 33)
    assert run.lines[1] == "fiche-atelier-mimosa.docx : 25 indicateurs évalués sur 32"


def test_example_form_is_what_its_answers_say_but_for_the_boxes_ticked_twice(catalogue):
    answers = {
        entry["indicator"]: entry
        for entry in json.loads((EXAMPLES / ANSWERS).read_text("utf-8"))["assessment"]["ratings"]
    }

    reading = read_file(EXAMPLES / FORM, catalogue)

    assert [(rating.level, rating.presentation) for rating in reading.snapshot.ratings] == [
        (answers[rating.indicator]["level"], answers[rating.indicator]["presentation"])
        for rating in reading.snapshot.ratings
    ]
    assert [(problem.indicator, problem.cell) for problem in reading.problems] == [(14, "presentation"), (19, "level")]


def test_example_carried_is_what_the_bridge_gives(auditblanc, catalogue, tmp_path):
    auditblanc("example", tmp_path / "ex")

    source = read_file(tmp_path / "ex" / FORM, catalogue).snapshot
    carried = read_file(tmp_path / "ex" / "fiche-atelier-mimosa-2026.docx", catalogue).snapshot
    expected = keep(bridge(catalogue, source, "2026-v9").snapshot, catalogue.edition("2026-v9"))
    assert carried.ratings == expected.ratings


def test_example_into_a_file_gets_a_sentence(auditblanc, tmp_path):
    (tmp_path / "ex").write_text("", "utf-8")

    run = auditblanc("example", tmp_path / "ex")

    sentence = (
        f"Impossible d’écrire « {tmp_path / 'ex'} » : un fichier porte déjà ce nom ; choisissez un autre dossier.\n"
    )
    assert (run.code, run.out, run.err) == (2, "", sentence)
