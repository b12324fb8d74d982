"""Which indicators a file proves, guessed from its path, with the reason; what is not sure is left to the person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.guess_indicators import Sure, guess, is_ignored, usual_names

EDITION = load().edition("2026-v9")


def told(path):
    found = guess(EDITION, path)
    return found.indicators, found.sure


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("Critère 3/Ind 11 - évaluations.pdf", (11,)),
        ("I12_relances.xlsx", (12,)),
        ("Indicateur n°5 programme.docx", (5,)),
        ("indicateur n° 7.pdf", (7,)),
        ("IND-07_habilitation.pdf", (7,)),
        ("IND07.pdf", (7,)),
        ("ind. 1 à 3 - site.pdf", (1, 2, 3)),
        ("Ind 4 5 8 entretien.pdf", (4, 5, 8)),
        ("Indic. 30 & 31 enquêtes mars 2026.pdf", (30, 31)),
        ("Compte rendu I 18 et 20.docx", (18, 20)),
        ("Indicateurs 1, 2 et 9.pdf", (1, 2, 9)),
        ("3.11 attestations.pdf", (11,)),
        ("04 - Analyse du besoin.pdf", (4,)),
        ("23 - Journal de veille 2026.pdf", (23,)),
        ("C3/I9 livret.pdf", (9,)),
        ("preuves\\Critère 6\\Ind 26\\carte.pdf", (26,)),
    ],
)
def test_a_number_is_certain(path, numbers):
    found, sure = told(path)

    assert (found, sure in (Sure.NUMBER, Sure.FOLDER)) == (numbers, True)


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("CGV 2026.pdf", (1,)),
        ("CV Dupont v2 FINAL.pdf", (21,)),
        ("Livret d’accueil 2026-03-12.pdf", (9,)),
        ("2026-03-04 émargement.pdf", (12,)),
        ("veille_réglementaire.docx", (23,)),
        ("indicateurs de résultats 2025.xlsx", (2,)),
        ("Critère 4/Bail.pdf", (17,)),
        ("Critère 6/veille.xlsx", (23, 24, 25)),
    ],
)
def test_a_usual_name_is_possible(path, numbers):
    assert told(path) == (numbers, Sure.WORDS)


@pytest.mark.parametrize(
    "path",
    [
        "scan_0001.pdf",
        "photo.jpg",
        "Critère 1/Ind 28 partenaires.pdf",
        "Critère 4/CGV.pdf",
        "Ind 77.pdf",
        "2026.pdf",
        "",
    ],
)
def test_what_is_not_sure_is_left_to_the_person(path):
    assert told(path) == ((), Sure.NO)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("I12.pdf", "Son nom dit l’indicateur 12."),
        ("Ind 26/carte.pdf", "Le dossier « Ind 26 » dit l’indicateur 26."),
        ("CGV.pdf", "« cgv » sert le plus souvent à l’indicateur 1 : vérifiez."),
        ("veille.pdf", "« veille » sert le plus souvent aux indicateurs 23, 24 et 25 : vérifiez."),
        (
            "Critère 1/Ind 28 partenaires.pdf",
            "Son nom dit l’indicateur 28, mais son dossier le critère 1 : choisissez.",
        ),
        ("x.pdf", "Rien dans son nom ne dit à quel indicateur il répond : choisissez."),
    ],
)
def test_each_guess_says_why(path, reason):
    assert guess(EDITION, path).reason == reason


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("Critère 3/Ind 11 - évaluations.pdf", "Évaluations"),
        ("I12_relances.xlsx", "Relances"),
        ("CV_Dupont_v2_FINAL.pdf", "CV Dupont"),
        ("3.11 attestations.pdf", "Attestations"),
        ("CGV 2026.pdf", "CGV 2026"),
        ("scan_0001.pdf", "Scan_0001"),
        ("", "Document"),
    ],
)
def test_the_title_is_what_is_left_of_the_name(path, title):
    assert guess(EDITION, path).title == title


def test_a_name_whose_letters_do_not_count_alike_is_its_own_title():
    assert guess(EDITION, "ﬁche_I12.pdf").title == "Fiche I12"


@pytest.mark.parametrize(
    ("path", "ignored"),
    [("~$fiche.docx", True), ("a/.DS_Store", True), ("Thumbs.db", True), ("desktop.ini", True), ("fiche.docx", False)],
)
def test_what_a_system_leaves_there_is_no_proof(path, ignored):
    assert is_ignored(path) is ignored


def test_usual_names_prove_indicators_that_there_are():
    assert {number for _, numbers in usual_names() for number in numbers} <= set(EDITION.numbers)


def test_an_edition_without_the_indicator_of_a_usual_name_guesses_none():
    name = "Évaluation des enseignements.pdf"

    assert told(name) == ((33,), Sure.WORDS)
    assert guess(load().edition("2019-v9"), name).indicators == ()


@given(path=st.text(max_size=80))
def test_no_name_trips_it_and_no_number_is_invented(path):
    found = guess(EDITION, path)

    assert set(found.indicators) <= set(EDITION.numbers)
    assert found.title == found.title.strip() != ""
    assert bool(found.indicators) is (found.sure is not Sure.NO)
