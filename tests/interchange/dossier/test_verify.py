"""`auditblanc verify`: what changed since the list was made, in an archive or in the folder where it lies extracted."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from auditblanc.interchange.dossier import verify
from auditblanc.interchange.dossier.verify import NOT_A_DOSSIER
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange.dossier.made import archive

TERMS = "Critère 1/01 – Information du public sur les prestations/CGV 2026.pdf"


@pytest.fixture
def whole(tmp_path):
    place = tmp_path / "dossier.zip"
    place.write_bytes(archive())
    return place


@pytest.fixture
def folder(whole, tmp_path):
    with zipfile.ZipFile(whole) as package:
        package.extractall(tmp_path / "dossier")
    return tmp_path / "dossier"


def test_an_archive_that_did_not_change(whole):
    assert verify(whole).lines == ("Rien n’a changé : 7 fichiers s’accordent avec la liste.",)


def test_a_folder_that_did_not_change(folder):
    (folder / ".DS_Store").write_bytes(b"\x00")

    assert verify(folder).is_whole


def test_each_file_that_changed_is_named(folder):
    (folder / TERMS).write_bytes(b"%PDF-1.7 autre")
    (folder / "style.css").unlink()
    (folder / "de plus.pdf").write_bytes(b"%PDF")

    assert verify(folder).lines == (
        "Ce dossier a changé : 5 fichiers s’accordent avec la liste, pas les suivants.",
        "- absent : style.css",
        f"- modifié : {TERMS}",
        "- ajouté, hors de la liste : de plus.pdf",
    )


def test_a_name_that_is_there_twice_is_told(whole):
    with zipfile.ZipFile(whole, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(TERMS, b"%PDF-1.7 un autre")

    assert (verify(whole).is_whole, TERMS in verify(whole).added) == (False, True)


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06" + bytes(18), b"%PDF-1.7"])
def test_another_file_is_not_a_dossier(data, tmp_path):
    (tmp_path / "x.zip").write_bytes(data)

    with pytest.raises(UnreadableFileError) as refused:
        verify(tmp_path / "x.zip")

    assert str(refused.value) == NOT_A_DOSSIER.format(name=tmp_path / "x.zip")


def test_a_list_that_is_none_is_not_a_dossier(folder):
    (folder / "SHA256SUMS").write_text("bonjour\n")

    with pytest.raises(UnreadableFileError, match="SHA256SUMS"):
        verify(folder)


def test_an_archive_cut_short_is_said(whole):
    data = bytearray(archive())
    start = data.index(b"%PDF-1.7 cgv")
    data[start : start + 4] = b"%XXX"
    whole.write_bytes(data)

    with pytest.raises(UnreadableFileError, match="abîmée ou incomplète"):
        verify(whole)


def test_a_place_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadableFileError, match="n’existe pas"):
        verify(tmp_path / "absent.zip")


def test_a_long_directory_is_refused_unread(tmp_path):
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as out:
        out.writestr("SHA256SUMS", b"")
    data = bytearray(package.getvalue())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    (tmp_path / "x.zip").write_bytes(data)

    with pytest.raises(UnreadableFileError):
        verify(tmp_path / "x.zip")
