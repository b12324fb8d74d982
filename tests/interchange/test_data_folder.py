"""Where a person's own data and editions are, on each system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from auditblanc.interchange.data_folder import EDITIONS_VARIABLE, VARIABLE, data_folder, editions_folder


def test_the_variables_name_the_folders(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv(EDITIONS_VARIABLE, str(tmp_path / "texts"))

    assert (data_folder(), editions_folder()) == (tmp_path / "data", tmp_path / "texts")


def test_editions_are_kept_within_the_data(monkeypatch, tmp_path):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.delenv(EDITIONS_VARIABLE, raising=False)

    assert editions_folder() == tmp_path / "editions"


@pytest.mark.parametrize(
    ("system", "folder"),
    [
        ("linux", ".local/share/auditblanc"),
        ("darwin", "Library/Application Support/auditblanc"),
        ("win32", "AppData/Roaming/auditblanc"),
    ],
)
def test_without_them_the_platform_names_the_folder(monkeypatch, system, folder):
    for name in (VARIABLE, EDITIONS_VARIABLE, "XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)

    assert data_folder() == Path.home() / folder
    assert editions_folder() == Path.home() / folder / "editions"
