"""Numbers in the name of a file: those that are well formed and stand alone, and nothing else."""

from __future__ import annotations

import pytest

from auditblanc.assessments.mass_intake.numbers import in_file_name, siren_of


@pytest.mark.parametrize(
    ("name", "siren", "nda"),
    [
        ("732829320.docx", "732829320", ""),
        ("envoi/2026/Fiche 732 829 320 - École du bois.docx", "732829320", ""),
        ("fiche_73282932000074_v2.odt", "732829320", ""),
        ("732.829.320.00074.docx", "732829320", ""),
        ("NDA 11 75 12345 75.docx", "", "11751234575"),
        ("942a1234575.docx", "", "942A1234575"),
        ("732829320_11751234575.docx", "732829320", "11751234575"),
    ],
)
def test_numbers_are_found(name, siren, nda):
    claims = in_file_name(name)
    assert ("".join(each.siren for each in claims), "".join(each.nda for each in claims)) == (siren, nda)


@pytest.mark.parametrize(
    "name",
    [
        "École du bois.docx",
        "732829321.docx",
        "fiche 2026-11-26.docx",
        "0612345678.docx",
        "7328293200.docx",
        "A732829320.docx",
        "732829320/fiche.docx",
        "732-829 320.docx",
    ],
    ids=["a name", "does not check", "a day", "a telephone", "longer", "beside a letter", "a folder", "groups unlike"],
)
def test_nothing_is_guessed(name):
    assert in_file_name(name) == ()


def test_two_numbers_are_two_claims():
    assert [each.siren for each in in_file_name("732829320 et 552100554.docx")] == ["732829320", "552100554"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("732829320", "732829320"), ("732 829 320 00074", "732829320"), ("732829321", ""), ("", ""), ("x", "")],
)
def test_a_siret_says_its_siren(typed, expected):
    assert siren_of(typed) == expected
