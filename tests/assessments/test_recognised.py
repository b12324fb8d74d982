"""What a file is, by its content alone."""

from __future__ import annotations

import io

import pytest

from auditblanc.assessments.recognised import RefusedFileError, recognised
from auditblanc.domain.media_kind import KINDS, media_kind
from tests.assessments.given import DOCX, PDF, PNG, TEXT
from tests.conftest import DATA
from tests.interchange.forged_forms import packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = (DATA / "fiche-remplie.odt").read_bytes()


def stream(name: str) -> bytes:
    """An old binary file: where names of streams lie does not matter, near a border of what is read at once least of all."""
    return OLE + bytes((1 << 20) - len(OLE) - 5) + f"{name}\0".encode("utf-16-le") + bytes(500)


def kind(data: bytes) -> str:
    return recognised(io.BytesIO(data), "piece.bin").media_type


@pytest.mark.parametrize(
    ("data", "label"),
    [
        (PDF, "Document PDF"),
        (b"\xef\xbb\xbf\n" + PDF, "Document PDF"),
        (PNG, "Image PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(64), "Photo JPEG"),
        (b"GIF89a" + bytes(64), "Image GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(64), "Image WebP"),
        (DOCX, "Document Word"),
        ((DATA / "fiche-remplie.docx").read_bytes(), "Document Word"),
        (packed({"word/document.xml": "", "word/vbaProject.bin": ""}), "Document Word avec macros"),
        (packed({"xl/workbook.xml": ""}), "Classeur Excel"),
        (packed({"xl/workbook.xml": "", "xl/vbaProject.bin": ""}), "Classeur Excel avec macros"),
        (packed({"ppt/presentation.xml": ""}), "Présentation PowerPoint"),
        (ODT, "Document OpenDocument"),
        (stream("WordDocument"), "Document Word d’avant 2007"),
        (stream("Workbook"), "Classeur Excel d’avant 2007"),
        (stream("PowerPoint Document"), "Présentation PowerPoint d’avant 2007"),
        (stream("EncryptedPackage"), "Document Office protégé"),
        (stream("__properties_version1.0"), "Message Outlook"),
        (b"{\\rtf1 Bonjour}", "Document RTF"),
        (TEXT, "Texte"),
        ("Présents : 8".encode("cp1252"), "Texte"),
        ("Présents : 8".encode("utf-16"), "Texte"),
        (b"BM, nom;note\n", "Texte"),
        (b'{"a": 1}', "Données JSON"),
        (b"From: alice@exemple.invalid\nSubject: Devis\n\nBonjour", "Courriel"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "Page web"),
        (b'<?xml version="1.0"?><svg xmlns="x" onload="alert(1)"/>', "Dessin SVG"),
        (b'<?xml version="1.0"?><a/>', "Fichier XML"),
        (b"\0\0\0\x18ftypmp42" + bytes(64), "Vidéo MP4"),
    ],
)
def test_a_kind_is_told_by_content(data, label):
    assert media_kind(kind(data)).label == label


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "est vide"),
        (b"MZ\x90\0" + bytes(100), "est un programme"),
        (b"\x7fELF" + bytes(100), "est un programme"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(100), "est un programme"),
        (packed({"a.txt": "a"}), "est une archive"),
        (b"Rar!\x1a\x07\0" + bytes(100), "est une archive"),
        (b"\x1f\x8b\x08" + bytes(100), "est une archive"),
        (OLE + bytes(2_000), "est d’un format inconnu"),
        (b"\x01\x02\x03\x04", "est d’un format inconnu"),
        (TEXT + b"\0", "est d’un format inconnu"),
    ],
)
def test_what_cannot_be_a_proof_gets_a_sentence(data, word):
    with pytest.raises(RefusedFileError, match=f"^« piece.bin » {word}.*\\.$"):
        kind(data)


def test_a_text_is_read_to_its_end():
    """A character may stand across two pieces of what is read at once."""
    assert kind(b"a" * ((1 << 20) - 1) + "é".encode() * 10) == "text/plain"


def test_every_kind_has_an_ending_and_a_name_of_its_own():
    assert [kind for kind in KINDS.values() if not all(suffix.startswith(".") for suffix in kind.suffixes)] == []
    assert len({kind.label for kind in KINDS.values()}) == len(KINDS)


def test_a_kind_that_nobody_knows_can_only_be_kept():
    unknown = media_kind("application/x-a-venir")

    assert (unknown.label, unknown.is_shown, unknown.preview) == ("Fichier", False, None)
