"""Files that cannot be read: exit 2, one line that says what to do, nothing on stdout, nothing written."""

from __future__ import annotations

import pytest

from tests.interchange.test_hostile_forms import REFUSED

COMMANDS = {
    "read": ("read", "fiche.docx"),
    "read for a program": ("read", "--json", "fiche.docx"),
    "convert": ("convert", "fiche.docx", "sortie.docx"),
    "forecast": ("forecast", "fiche.docx"),
    "form": ("form", "sortie.docx", "--from", "fiche.docx"),
    "compare": ("compare", "fiche.docx", "fiche.docx"),
    "merge": ("merge", "fiche.docx", "fiche.docx", "-o", "sortie.json"),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working folder."""
    made = tmp_path / "travail"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_one_line_of_advice(auditblanc, folder, name):
    data, sentence = REFUSED[name]
    (folder / "fiche.docx").write_bytes(data)

    run = auditblanc("read", "fiche.docx")

    assert (run.code, run.out, run.err.splitlines()) == (2, "", [sentence])
    assert [path.name for path in folder.iterdir()] == ["fiche.docx"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["empty", "a letter", "a truncated document"])
def test_every_command_refuses_a_hostile_file_and_writes_nothing(auditblanc, folder, command, name):
    data, sentence = REFUSED[name]
    (folder / "fiche.docx").write_bytes(data)

    run = auditblanc(*COMMANDS[command])

    assert (run.code, run.out, run.err.splitlines()) == (2, "", [sentence])
    assert [path.name for path in folder.iterdir()] == ["fiche.docx"]
