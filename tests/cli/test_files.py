"""Files that a command is given and cannot use: one sentence each, known by content and not by name."""

from __future__ import annotations

import shutil

import pytest

from auditblanc.interchange import formats
from auditblanc.interchange.formats import FORMATS, WRITTEN
from tests.conftest import DATA


def test_formats_written_are_all_read():
    assert [entry.name for entry in FORMATS.values()] == ["docx", "odt", "xlsx", "json"]
    assert [entry.name for entry in WRITTEN] == ["docx", "xlsx", "json"]


def test_a_file_is_known_by_its_content(auditblanc, tmp_path):
    shutil.copy(DATA / "fiche-remplie.docx", tmp_path / "fiche.json")

    assert auditblanc("read", tmp_path / "fiche.json").code == 0


@pytest.mark.parametrize(
    ("content", "beginning"),
    [
        (b"", "Ce fichier est vide"),
        (b"%PDF-1.7", "Ce fichier est un document PDF"),
        (b"bonjour", "Ce fichier est un simple texte"),
        (b"PK\x03\x04", "Ce fichier est abîmé ou incomplet"),
        (b"{}", "Ce fichier"),
    ],
)
def test_anything_else_says_what_it_is_and_what_to_do(auditblanc, tmp_path, content, beginning):
    (tmp_path / "fiche.docx").write_bytes(content)

    run = auditblanc("read", tmp_path / "fiche.docx")

    assert (run.code, run.out, run.err.count("\n"), run.err.startswith(beginning)) == (2, "", 1, True)


def test_a_folder_where_a_file_is_wanted_says_so(auditblanc, tmp_path):
    run = auditblanc("forecast", tmp_path)

    assert (run.code, run.err) == (2, f"{tmp_path} : c’est un dossier ; indiquez un fichier.\n")


def test_a_file_too_large_is_refused_before_it_is_read(auditblanc, monkeypatch, tmp_path):
    monkeypatch.setattr(formats, "SIZE_LIMIT", 10)
    (tmp_path / "fiche.docx").write_bytes(b"x" * 11)

    run = auditblanc("read", tmp_path / "fiche.docx")

    assert (run.code, run.err.startswith(f"{tmp_path / 'fiche.docx'} : ce fichier dépasse 50 Mo")) == (2, True)
