"""Folders and archives of forms, as people and strangers make them."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from auditblanc.assessments.mass_intake import source
from auditblanc.assessments.mass_intake.source import Archive, Folder
from auditblanc.interchange.problems import UnreadableFileError

NOT_ZIP = "Ce fichier n’est pas une archive ZIP, ou elle est abîmée : refaites-la à partir du dossier des fiches."
NOTHING = "Il n’y a aucune fiche ici (.docx, .odt, .xlsx, .json) : donnez le dossier, ou l’archive ZIP, qui contient les fiches remplies."


def zipped(*names, data=b"x"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return file


def refusal(file):
    with pytest.raises(UnreadableFileError) as refused:
        Archive.of(file)
    return str(refused.value)


def test_only_forms_are_taken_in_the_order_of_their_names():
    found = Archive.of(zipped("b/é.docx", "a.ODT", "lisez-moi.txt", "b/~$é.docx", "__MACOSX/a.odt", ".x.docx", "d/"))

    assert found.names == ("a.ODT", "b/é.docx")


def test_a_folder_is_read_as_its_archive_is(tmp_path):
    for name in ("b/é.docx", "a.ODT", "lisez-moi.txt", "b/~$é.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = Folder.below(tmp_path)

    assert (found.names, found.read("b/é.docx")) == (("a.ODT", "b/é.docx"), "b/é.docx".encode())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_there():
    assert Archive.of(zipped("a.docx", "a.docx")).names == ("a.docx", "a.docx (2)")


def test_a_name_that_leads_elsewhere_is_only_a_name(tmp_path):
    found = Archive.of(zipped("../../etc/a.docx", "C:\\a.docx", "a\x07.docx", "x" * 600 + ".docx"))

    assert found.names == ("../../etc/a.docx", "C:\\a.docx", "a\ufffd.docx", ("x" * 600 + ".docx")[-480:])
    assert list(tmp_path.iterdir()) == []


def test_windows_writes_accents_its_own_way():
    data = zipped("#.docx").getvalue().replace(b"#.docx", "É.docx".encode("cp850"))

    assert Archive.of(io.BytesIO(data)).names == ("É.docx",)


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (io.BytesIO(b""), NOT_ZIP),
        (io.BytesIO(b"PK\x03\x04"), NOT_ZIP),
        (io.BytesIO(zipped("a.docx").getvalue()[:-30]), NOT_ZIP),
        (zipped(), NOTHING),
        (zipped("a.txt"), NOTHING),
    ],
    ids=["empty", "a beginning", "cut short", "nothing", "no form"],
)
def test_what_holds_no_form_says_so(file, sentence):
    assert refusal(file) == sentence


def test_a_list_that_would_fill_the_memory_is_not_read():
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 30_000_000, 0, 0)

    assert refusal(io.BytesIO(b"PK\x03\x04" + end)).startswith("Il y a plus de 50 000 fichiers")


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(source, "FILES", 2)

    assert refusal(zipped("a.docx", "b.docx", "c.docx")).startswith("Il y a plus de 50 000 fichiers")


def test_a_bomb_is_stopped_while_it_unfolds():
    found = Archive.of(zipped("a.docx", data=b"\0" * 60_000_000))

    with pytest.raises(UnreadableFileError, match="dépasse 50 Mo"):
        found.read("a.docx")


def test_a_locked_file_and_a_damaged_one_say_so_each():
    locked = bytearray(zipped("a.docx").getvalue())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + flags] |= 1
    damaged = bytearray(zipped("a.docx", data=b"hello" * 100).getvalue())
    damaged[40:44] = b"\xff\xff\xff\xff"

    for data, word in ((locked, "protégé par un mot de passe"), (damaged, "abîmé dans l’archive")):
        with pytest.raises(UnreadableFileError, match=word):
            Archive.of(io.BytesIO(data)).read("a.docx")


def test_the_index_nearest_to_the_top_is_the_one():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("envoi/vieux/index.csv", b"old")
        archive.writestr("envoi/Index.CSV", b"new")
        archive.writestr("envoi/a.docx", b"x")

    assert Archive.of(file).index() == b"new"
    assert Archive.of(zipped("a.docx")).index() is None
