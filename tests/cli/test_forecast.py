"""`auditblanc forecast`: a range, never a promise, and where to start."""

from __future__ import annotations

import json

import pytest

from auditblanc.domain.forecast import DISCLAIMER, TITLE
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.interchange import json_format
from tests.conftest import DATA


@pytest.fixture
def rated(tmp_path, catalogue):
    """Every indicator of a CFA at the same level."""

    def at(level: Level, **others: Level):
        numbers = catalogue.edition("2026-v9").numbers
        ratings = tuple(Rating(indicator=number, level=others.get(f"n{number}", level)) for number in numbers)
        path = tmp_path / "tout.json"
        path.write_bytes(json_format.write(Snapshot(edition="2026-v9", ratings=ratings)))
        return path

    return at


def test_forecast_has_its_title_and_its_warning(auditblanc, rated):
    run = auditblanc("forecast", rated(Level.READY), "--category", "CFA")

    assert (run.code, run.lines[1]) == (0, TITLE)
    assert " ".join(" ".join(run.lines[2:4]).split()) == DISCLAIMER


def test_forecast_of_everything_ready_finds_nothing(auditblanc, rated):
    run = auditblanc("forecast", rated(Level.READY), "--category", "CFA", "--json")

    totals = json.loads(run.out)["forecast"]
    assert [totals[scenario]["majors"] for scenario in ("best", "plausible", "worst")] == [0, 0, 0]


def test_forecast_counts_five_minors_as_one_major(auditblanc, rated):
    """Source: order of 6 June 2019 as read by the ministry's FAQ, 3: at least five minors are one major."""
    five = dict.fromkeys(("n1", "n2", "n8", "n9", "n17"), Level.PARTIAL)

    run = auditblanc("forecast", rated(Level.READY, **five), "--category", "CFA", "--audit-kind", "renouvellement")

    plausible = next(line for line in run.lines if line.startswith("Total plausible"))
    assert plausible.startswith("Total plausible : 0 écart majeur et 5 écarts mineurs (5 écarts mineurs ou plus")


def test_forecast_of_the_real_form_says_what_is_left_to_rate(auditblanc):
    run = auditblanc("forecast", DATA / "fiche-remplie.docx", "--category", "AF", "--audit-date", "2027-03-09")

    assert [line for line in run.lines if line.startswith("Pas de total plausible")] != []
    assert run.lines[-1].strip() != ""


def test_every_rule_of_the_table_is_told_below_it(auditblanc):
    run = auditblanc("forecast", DATA / "fiche-remplie.docx", "--category", "AF", "--audit-date", "2027-03-09")

    marks = {mark.strip() for line in run.lines if line[:1].isdigit() for mark in line.split("majeur ")[-1].split(",")}
    told = {line[1:].split(")")[0] for line in run.lines if line.startswith("(")}
    assert {mark for mark in marks if mark.isdigit()} <= told


def test_forecast_never_promises(auditblanc, rated):
    run = auditblanc("forecast", rated(Level.READY), "--category", "CFA")

    assert "serez certifié" not in run.out
