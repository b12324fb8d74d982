"""`auditblanc merge` and `compare`: blank never erases, conflicts are shown, nothing is written unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.interchange import json_format
from auditblanc.interchange.formats import read_file
from tests.conftest import DATA


@pytest.fixture
def saved(tmp_path):
    def save(name: str, *ratings: Rating, edition: str = "2026-v9"):
        path = tmp_path / name
        path.write_bytes(json_format.write(Snapshot(edition=edition, ratings=ratings)))
        return path

    return save


MINE = Rating(indicator=1, level=Level.PARTIAL, presentation="Le mien")
THEIRS = Rating(indicator=2, level=Level.READY, presentation="Le sien")


def test_merge_shows_and_writes_nothing_without_an_output(auditblanc, saved, tmp_path):
    into, from_ = saved("a.json", MINE), saved("b.json", THEIRS)

    run = auditblanc("merge", into, from_)

    assert (run.code, sorted(path.name for path in tmp_path.iterdir())) == (0, ["a.json", "b.json"])
    assert run.err == "Rien n’est écrit. Pour écrire le résultat, ajoutez -o et un nom de fichier.\n"


def test_merge_takes_what_was_blank(auditblanc, catalogue, saved, tmp_path):
    into, from_ = saved("a.json", MINE), saved("b.json", THEIRS)

    run = auditblanc("merge", into, from_, "-o", tmp_path / "c.json")

    merged = read_file(tmp_path / "c.json", catalogue).snapshot
    assert (run.code, merged.rating(1).presentation, merged.rating(2).presentation) == (0, "Le mien", "Le sien")


def test_merge_keeps_mine_in_a_conflict_and_shows_theirs(auditblanc, catalogue, saved, tmp_path):
    into, from_ = saved("a.json", MINE), saved("b.json", replace(MINE, presentation="Un autre texte"))

    run = auditblanc("merge", into, from_, "-o", into)

    assert (run.code, read_file(into, catalogue).snapshot.rating(1)) == (1, MINE)
    assert [line for line in run.lines if "Un autre texte" in line] != []


def test_merge_carries_the_older_text_first(auditblanc, catalogue, saved, tmp_path):
    into, from_ = saved("a.json", MINE), saved("b.json", THEIRS, edition="2019-v7")

    auditblanc("merge", into, from_, "-o", tmp_path / "c.json")

    merged = read_file(tmp_path / "c.json", catalogue).snapshot
    assert (merged.edition, merged.rating(2).presentation) == ("2026-v9", "Le sien")


def test_compare_of_the_same_file_finds_nothing(auditblanc, saved):
    path = saved("a.json", MINE)

    run = auditblanc("compare", path, path)

    assert (run.code, run.out) == (0, "Rien ne diffère.\n")


def test_compare_shows_each_difference(auditblanc, saved):
    before, after = saved("a.json", MINE), saved("b.json", replace(MINE, level=Level.READY))

    run = auditblanc("compare", before, after)

    assert (run.code, run.lines[1]) == (1, "1 différence")


def test_compare_says_in_which_file_each_doubt_lies(auditblanc):
    run = auditblanc("compare", DATA / "fiche-vierge.docx", DATA / "fiche-remplie.docx")

    assert [line for line in run.err.splitlines() if not line.startswith("•")] == [
        "1 doute à vérifier dans fiche-remplie.docx :"
    ]
