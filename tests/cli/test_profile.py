"""`auditblanc profile`: what applies and why, the cycle, the length, the pieces."""

from __future__ import annotations

import json

import pytest

PROFILE = {
    "activities": [{"category": "AF", "new_entrant": False}],
    "certifying": "none",
    "alternance": False,
    "work_situation_periods": False,
    "subcontracting_or_portage": False,
    "duration_over_2_days": True,
    "acting_as_subcontractor": "no",
    "turnover": "under_150k",
    "certificate": {"decided_on": "2025-03-10"},
}


@pytest.fixture
def sole_trader(tmp_path):
    path = tmp_path / "profil.json"
    path.write_text(json.dumps(PROFILE), "utf-8")
    return path


def test_profile_of_a_sole_trader_counts_22_indicators(auditblanc, sole_trader):
    """Source: a sole trader that neither certifies, alternates nor subcontracts has 22 indicators."""
    run = auditblanc("profile", "--profile", sole_trader, "--edition", "2026-v9")

    assert (run.code, run.lines[1]) == (0, "22 indicateurs vous concernent.")


def test_profile_as_json_has_every_part(auditblanc, sole_trader):
    run = auditblanc(
        "profile", "--profile", sole_trader, "--audit-date", "2026-12-01", "--audit-kind", "renouvellement", "--json"
    )

    document = json.loads(run.out)
    assert list(document) == [
        "edition",
        "profile",
        "summary",
        "indicators",
        "cycle",
        "next_step",
        "audit_length",
        "site_sample",
        "pieces",
    ]
    assert (document["edition"], document["summary"]["applicable"]) == ("2026-v9", 22)
    assert document["cycle"]["expires_on"] == "2028-03-09"


def test_options_win_over_the_profile_file(auditblanc, sole_trader):
    run = auditblanc("profile", "--profile", sole_trader, "--category", "CFA", "--edition", "2026-v9", "--json")

    assert [entry["category"] for entry in json.loads(run.out)["profile"]["activities"]] == ["CFA"]


def test_an_answer_not_given_is_to_be_confirmed(auditblanc):
    run = auditblanc("profile", "--category", "AF", "--edition", "2026-v9")

    assert run.lines[1] == "21 indicateurs vous concernent ; 7 restent à confirmer."


def test_profile_that_is_not_json_gets_one_sentence(auditblanc, tmp_path):
    path = tmp_path / "profil.json"
    path.write_text("{", "utf-8")

    run = auditblanc("profile", "--profile", path)

    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_dates_that_contradict_each_other_get_one_sentence(auditblanc, tmp_path):
    path = tmp_path / "profil.json"
    path.write_text(json.dumps({"audit": {"first_day": "2027-02-02", "last_day": "2027-02-01"}}), "utf-8")

    run = auditblanc("profile", "--profile", path)

    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_profile_fits_a_narrow_terminal(auditblanc, sole_trader, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")

    run = auditblanc("profile", "--profile", sole_trader)

    assert max(len(line) for line in run.lines) <= 40
