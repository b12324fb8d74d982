"""Names of files: what is kept of them, whatever they were."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.file_name import LENGTH, clean_name, stem_of, unlike

PDF = (".pdf",)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Livret d’accueil 2026.pdf", "Livret d’accueil 2026.pdf"),
        ("Émargement – session n° 4.PDF", "Émargement – session n° 4.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Alice\\cv.pdf", "cv.pdf"),
        ("cod\u202efdp.exe", "codfdp.exe.pdf"),
        ("a\u0000b\u200b\ufeffc.pdf", "abc.pdf"),
        ("deux\nlignes\tici.pdf", "deux lignes ici.pdf"),
        ('Quoi ? "Tout" : <oui>|*.pdf', "Quoi - -Tout- - -oui---.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("aux", "_aux.pdf"),
        ("lpt1.rapport.pdf", "_lpt1.rapport.pdf"),
        ("console.pdf", "console.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("fin . . ", "fin.pdf"),
        ("", "fichier.pdf"),
        (".pdf", "pdf.pdf"),
        ("e\u0301te\u0301.pdf", "été.pdf"),
    ],
)
def test_a_name_is_cleaned(name, clean):
    assert clean_name(name, PDF) == clean


def test_a_long_name_keeps_its_end():
    clean = clean_name("é" * 5_000 + ".pdf", PDF)

    assert (len(clean), clean[-5:]) == (LENGTH, "é.pdf")


def test_any_known_ending_is_kept():
    assert clean_name("photo.JPEG", (".jpg", ".jpeg")) == "photo.JPEG"


@given(st.text())
def test_whatever_it_was_it_is_a_name_everywhere(name):
    clean = clean_name(name, PDF)

    assert re.search(r'[\x00-\x1f/\\<>:"|?*\u202a-\u202e\u2066-\u2069]', clean) is None
    assert clean.lower().endswith(".pdf")
    assert len(".pdf") < len(clean) <= LENGTH
    assert clean_name(clean, PDF) == clean


@pytest.mark.parametrize(
    ("name", "title"),
    [("Livret_accueil.pdf", "Livret accueil"), ("bilan.2026.pdf", "bilan.2026"), ("_.pdf", "_.pdf")],
)
def test_a_title_is_the_name_without_its_end(name, title):
    assert stem_of(name, PDF) == title


def test_a_name_that_is_taken_gets_a_number():
    assert unlike("CV.pdf", ["cv.pdf", "CV (2).PDF"]) == "CV (3).pdf"
    assert unlike("CV.pdf", ["autre.pdf"]) == "CV.pdf"
    assert unlike("sans point", ["sans point"]) == "sans point (2)"
