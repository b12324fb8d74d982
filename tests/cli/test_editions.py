"""Where a person's own editions are looked for, on each system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from auditblanc.cli import editions
from tests.conftest import DATA


def test_the_variable_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv(editions.VARIABLE, str(tmp_path))

    assert editions.folder() == tmp_path


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", ".local/share/auditblanc/editions"),
        ("darwin", "Library/Application Support/auditblanc/editions"),
        ("win32", "AppData/Roaming/auditblanc/editions"),
    ],
)
def test_without_it_the_platform_names_the_folder(monkeypatch, system, folder):
    for name in (editions.VARIABLE, "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)

    assert editions.folder() == Path.home() / folder


def test_an_edition_dropped_in_is_listed_and_chosen_by_its_date(auditblanc, monkeypatch):
    monkeypatch.setenv(editions.VARIABLE, str(DATA / "editions"))

    listed = auditblanc("referential", "list")
    chosen = auditblanc("profile", "--category", "CFA", "--audit-date", "2030-01-01", "--json")

    assert "2026-v10-inventee" in "".join(listed.out.split())
    assert chosen.code == 0
    assert '"edition": "2026-v9"' not in chosen.out


def test_a_faulty_edition_names_its_file_and_entry(auditblanc, monkeypatch, tmp_path):
    (tmp_path / "fautive.toml").write_text('id = "fautive"\nbased_on = "2026-v9"\nchecked_on = 2026-11-22\n', "utf-8")
    monkeypatch.setenv(editions.VARIABLE, str(tmp_path))

    run = auditblanc("referential", "show", "1", "--edition", "fautive")

    assert (run.code, run.out, run.err) == (2, "", "fautive.toml › title : ce champ manque.\n")
