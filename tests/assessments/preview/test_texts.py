"""The text of files, as a person reads it."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from auditblanc.assessments.preview.refused import NoPreviewError
from auditblanc.assessments.preview.texts import LENGTH, text_of
from auditblanc.domain.media_kind import KINDS, Preview
from tests.assessments.preview.made import word
from tests.conftest import DATA
from tests.interchange.forged_forms import packed

TYPES = {kind.label: kind.media_type for kind in KINDS.values() if kind.preview in (Preview.TEXT, Preview.OFFICE)}


def docx(document: str) -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def workbook() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        book.add_worksheet("Présences").write_row(0, 0, ["Nom", "Jour"])
        book.add_worksheet("Notes").write(2, 1, 18)
    return target.getvalue()


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("Texte", "Présents : 8\nAbsents : 0".encode(), "Présents : 8\nAbsents : 0"),
        ("Texte", "Présents : 8".encode("cp1252"), "Présents : 8"),
        ("Texte", "Présents : 8".encode("utf-16"), "Présents : 8"),
        ("Texte", b"\xef\xbb\xbfBonjour", "Bonjour"),
        ("Données JSON", b'{"a": 1}', '{"a": 1}'),
        ("Courriel", b"From: a@b.fr\n\nBonjour", "From: a@b.fr\n\nBonjour"),
        ("Dessin SVG", b"<svg onload='alert(1)'/>", "<svg onload='alert(1)'/>"),
        (
            "Page web",
            b"<title>T</title><script>alert(1)</script><p>Bon<b>jour</b> &amp;<p>\n<li>un<li>deux<style>p {}</style>",
            "Bonjour &\nun\ndeux",
        ),
        ("Document Word", docx(word("<w:t>Un</w:t><w:tab/><w:t>deux</w:t>", "<w:t>trois</w:t>")), "Un\tdeux\ntrois"),
        ("Document Word", docx(word("<w:delText>non</w:delText><w:t>oui</w:t>")), "oui"),
        ("Classeur Excel", workbook(), "[ Présences ]\nNom | Jour\n\n[ Notes ]\n18\n"),
    ],
)
def test_a_file_is_read(label, data, text):
    assert text_of(data, TYPES[label]) == text


@pytest.mark.parametrize(("name", "label"), [("docx", "Document Word"), ("odt", "Document OpenDocument")])
def test_a_real_form_is_read(name, label):
    text = text_of((DATA / f"fiche-remplie.{name}").read_bytes(), TYPES[label])

    assert text.startswith("Réalisez votre auto évaluation QUALIOPI\n")
    assert len(text.splitlines()) > 300


def test_a_long_text_is_cut_and_says_so():
    assert text_of(b"a" * (LENGTH * 5), TYPES["Texte"]) == "a" * (LENGTH + 1)
    assert len(text_of(docx(word(*["<w:t>mot mot</w:t>"] * 20_000)), TYPES["Document Word"])) == LENGTH + 1


def test_a_character_cut_in_two_is_left_out():
    assert text_of(("a" + "é" * (2 * LENGTH + 10)).encode(), TYPES["Texte"])[:3] == "aéé"


@pytest.mark.parametrize(
    ("label", "data", "reason"),
    [
        ("Texte", b"  \n", "il ne contient pas de texte"),
        ("Page web", b"<script>alert(1)</script>", "il ne contient pas de texte"),
        ("Document Word", docx(word("")), "il ne contient pas de texte"),
        ("Document Word", packed({"word/autre.xml": ""}), "son contenu ne se lit pas ici"),
        ("Document Word", docx("<w:document"), "son contenu ne se lit pas ici"),
        ("Document Word", docx('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "son contenu ne se lit pas ici"),
        ("Document Word", docx("\0" * 40_000_000), "son contenu ne se lit pas ici"),
        ("Classeur Excel", packed({"xl/workbook.xml": "<a/>"})[:40], "son contenu ne se lit pas ici"),
        ("Document OpenDocument", packed({"mimetype": "x"}), "son contenu ne se lit pas ici"),
    ],
    # Never from the bytes: a ZIP holds the second at which it was made.
    ids=["blank", "page", "empty", "no text", "cut", "entity", "bomb", "half", "no content"],
)
def test_what_cannot_be_read_says_why(label, data, reason):
    with pytest.raises(NoPreviewError, match=reason):
        text_of(data, TYPES[label])
