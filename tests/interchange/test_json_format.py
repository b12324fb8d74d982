"""An assessment as a JSON file: everything comes back, and so do files of earlier versions and saved answers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given

from auditblanc.domain.categories import Category
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange.json_format import assessment_object, keep, problem_object, read, write
from auditblanc.interchange.problems import Cell, Problem, Reading, UnreadableFileError
from tests.strategies import snapshots

SNAPSHOT = Snapshot(
    edition="2026-v9",
    title="Préparation de l’audit de mars",
    ratings=(
        Rating(indicator=5, level=Level.PARTIAL, presentation="Fiches de programme.\nGrille d’objectifs."),
        Rating(
            indicator=12,
            level=Level.MISSING,
            by_category=(
                CategoryLevel(category=Category.TRAINING, level=Level.READY),
                CategoryLevel(category=Category.APPRENTICESHIP, level=Level.MISSING),
            ),
            review=Review.LOOK_AGAIN,
            carried_from="2019-v9",
            effort=Effort.DAY,
            ticked=("Charte", "Registre"),
        ),
    ),
    evidence=(Evidence(title="Programme 2026", indicators=(5, 6), content_date=date(2026, 3, 1), holder="Alice"),),
    updated_on=date(2026, 11, 22),
)


def document(**assessment):
    return json.dumps({"assessment": {"edition": "2026-v9", **assessment}}).encode()


def complaint(data, catalogue, **options):
    with pytest.raises(UnreadableFileError) as raised:
        read(data, catalogue, **options)
    return str(raised.value)


@pytest.mark.soak
@given(snapshot=snapshots())
def test_everything_comes_back(catalogue, snapshot):
    reading = read(write(snapshot), catalogue)

    assert reading == Reading(snapshot=keep(snapshot))


@given(snapshot=snapshots())
def test_a_file_read_is_written_again_to_the_byte(catalogue, snapshot):
    data = write(snapshot)

    assert write(read(data, catalogue).snapshot) == data


def test_the_file_starts_with_what_it_is():
    lines = write(SNAPSHOT).decode().splitlines()

    assert lines[:5] == [
        "{",
        '  "$schema": "urn:auditblanc:schema:assessment:2",',
        '  "format": "auditblanc-assessment",',
        '  "version": 2,',
        '  "assessment": {',
    ]


def test_a_file_of_version_1_is_read(catalogue):
    proof = {"title": "CGV", "indicators": [1], "place": "Site", "content_date": "2026-05-04", "holder": "Bob"}
    old = {"version": 1, "assessment": {"edition": "2026-v9", "evidence": [proof]}}

    (found,) = read(json.dumps(old).encode(), catalogue).snapshot.evidence

    assert found == Evidence(title="CGV", indicators=(1,), place="Site", content_date=date(2026, 5, 4), holder="Bob")


def test_the_key_of_a_proof_comes_back(catalogue):
    snapshot = Snapshot(edition="2026-v9", evidence=(Evidence(title="CGV", indicators=(1,), key="k1"),))

    (found,) = read(write(snapshot), catalogue).snapshot.evidence

    assert found.key == "k1"


def test_french_letters_are_written_as_letters():
    assert '"title": "Préparation de l’audit de mars"' in write(SNAPSHOT).decode()


def test_a_rating_is_a_plain_object():
    assert assessment_object(SNAPSHOT)["ratings"][1] == {
        "indicator": 12,
        "level": 3,
        "presentation": "",
        "applicable": None,
        "reason": "",
        "by_category": [{"category": "AF", "level": 1}, {"category": "CFA", "level": 3}],
        "review": "look_again",
        "carried_from": "2019-v9",
        "effort": "1d",
        "ticked": ["Charte", "Registre"],
        "versions": {"level": 0, "presentation": 0, "applicable": 0},
    }


def test_a_problem_is_a_plain_object():
    problem = Problem(indicator=5, cell=Cell.LEVEL, message="Deux cases sont cochées.")

    assert problem_object(problem) == {"indicator": 5, "cell": "level", "message": "Deux cases sont cochées."}


def test_a_saved_answer_of_the_read_command_is_read_with_its_doubts(catalogue):
    problem = Problem(indicator=5, cell=Cell.LEVEL, message="Deux cases sont cochées.")
    answer = {"file": "a.docx", "assessment": assessment_object(SNAPSHOT), "problems": [problem_object(problem)]}

    reading = read(json.dumps(answer).encode(), catalogue)

    assert reading == Reading(snapshot=SNAPSHOT, problems=(problem,))


def test_answers_left_out_are_answers_not_given(catalogue):
    assert read(document(), catalogue) == Reading(snapshot=Snapshot(edition="2026-v9"))


def test_texts_typed_by_hand_are_cleaned(catalogue):
    ratings = [{"indicator": 1, "presentation": " une ligne\r\nune autre \n"}]

    reading = read(document(title=" Mon\naudit ", ratings=ratings), catalogue)

    assert reading.snapshot.title == "Mon audit"
    assert reading.snapshot.rating(1).presentation == "une ligne\nune autre"


def test_a_byte_order_mark_is_not_part_of_the_file(catalogue):
    assert read(b"\xef\xbb\xbf" + write(SNAPSHOT), catalogue).snapshot == SNAPSHOT


def test_an_indicator_that_the_edition_does_not_hold_is_kept_and_told(catalogue):
    evidence = [{"title": "Planning", "indicators": [5, 34]}]

    reading = read(document(ratings=[{"indicator": 40, "level": 2}], evidence=evidence), catalogue)

    assert reading.snapshot.ratings == (Rating(indicator=40, level=Level.PARTIAL),)
    assert reading.snapshot.evidence == (Evidence(title="Planning", indicators=(5, 34)),)
    assert reading.problems == (
        Problem(
            indicator=40,
            cell=Cell.ROW,
            message="L’indicateur 40 n’existe pas dans le texte « 2026-v9 » : sa notation est gardée, vérifiez son numéro.",
        ),
        Problem(
            indicator=34,
            cell=Cell.ROW,
            message="L’indicateur 34 n’existe pas dans le texte « 2026-v9 » : des preuves le citent et sont gardées, vérifiez son numéro.",
        ),
    )


def test_a_doubt_saved_with_the_file_is_not_told_twice(catalogue):
    first = read(document(ratings=[{"indicator": 40, "level": 2}]), catalogue)
    saved = {
        "assessment": assessment_object(first.snapshot),
        "problems": [problem_object(problem) for problem in first.problems],
    }

    assert read(json.dumps(saved).encode(), catalogue) == first


def test_an_unknown_edition_is_kept_and_told(catalogue):
    reading = read(b'{"assessment": {"edition": "2031-v12"}}', catalogue)

    assert reading == Reading(
        snapshot=Snapshot(edition="2031-v12"),
        problems=(
            Problem(
                cell=Cell.FILE,
                message="Le texte « 2031-v12 » n’est pas connu ici : les réponses sont gardées, mais rien ne peut en être calculé.",
            ),
        ),
    )


def test_a_file_of_an_earlier_version_is_brought_up_to_date(catalogue):
    old = {"version": -1, "evaluation": {"edition": "2026-v9"}, "assessment": None}
    upgrades = {
        -1: lambda table: {"version": 0, "texte": table["evaluation"]["edition"]},
        0: lambda table: {"assessment": {"edition": table["texte"]}},
        1: lambda table: table,
    }

    reading = read(json.dumps(old).encode(), catalogue, upgrades=upgrades)

    assert reading == Reading(snapshot=Snapshot(edition="2026-v9"))


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        (
            3,
            "Ce fichier vient d’une version plus récente d’Auditblanc (format 3, ici 2) : mettez Auditblanc à jour.",
        ),
        (0, "La version 0 de ce format n’a jamais existé : corrigez la clé « version »."),
        ("1", "La clé « version » doit être un nombre entier : corrigez-la."),
        (True, "La clé « version » doit être un nombre entier : corrigez-la."),
    ],
)
def test_a_version_that_cannot_be_read_is_said(catalogue, version, sentence):
    data = json.dumps({"version": version, "assessment": {"edition": "2026-v9"}}).encode()

    assert complaint(data, catalogue) == sentence


@pytest.mark.parametrize(
    ("assessment", "sentence"),
    [
        (
            {"ratings": [{"indicator": 1}, {"indicator": 2}, {"indicator": 3}, {"indicator": 4, "level": 9}]},
            "« assessment.ratings[3].level » : « 9 » n’est pas admis ; valeurs possibles : 1, 2, 3.",
        ),
        (
            {"ratings": [{"indicator": 1, "level": True}]},
            "« assessment.ratings[0].level » : « True » n’est pas admis ; valeurs possibles : 1, 2, 3.",
        ),
        ({"titre": "x"}, "« assessment.titre » : ce champ n’existe pas."),
        ({"\ud800": "x"}, "« assessment.? » : ce champ n’existe pas."),
        ({"9" * 5000: "x"}, f"« assessment.{'9' * 60} » : ce champ n’existe pas."),
        ({"title": {"\x1b[31m": 1}}, "« assessment.title » : un texte est attendu, « {'\\x1b[31m': 1} » a été trouvé."),
        ({"evidence": [{"title": "x"}]}, "« assessment.evidence[0].indicators » : ce champ manque."),
        ({"ratings": {}}, "« assessment.ratings » : une liste est attendue."),
        ({"profile": []}, "« assessment.profile » : une table est attendue."),
        ({"title": 3}, "« assessment.title » : un texte est attendu, « 3 » a été trouvé."),
        (
            {"updated_on": "22/11/2026"},
            "« assessment.updated_on » : une date est attendue (AAAA-MM-JJ), « 22/11/2026 » a été trouvé.",
        ),
        (
            {"ratings": [{"indicator": 2}, {"indicator": 1}]},
            "« assessment » : Les indicateurs doivent être dans l’ordre, chacun une seule fois.",
        ),
        (
            {"ratings": [{"indicator": 1, "presentation": "a\x00b"}]},
            "« assessment.ratings[0].presentation » : Le texte contient un caractère illisible (code U+0000) : effacez-le et ressaisissez ce passage.",
        ),
        (
            {"ratings": [{"indicator": 1, "presentation": "\ud800"}]},
            "« assessment.ratings[0].presentation » : Le texte contient un caractère illisible (code U+D800) : effacez-le et ressaisissez ce passage.",
        ),
    ],
)
def test_a_fault_is_told_in_one_sentence_with_its_place(catalogue, assessment, sentence):
    assert complaint(document(**assessment), catalogue) == sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (
            b'{"format": "auditblanc-profile"}',
            "Ce fichier est un profil, non une évaluation : donnez-le avec --profile.",
        ),
        (
            b'{"name": "paquet"}',
            "Ce fichier JSON n’est pas une évaluation d’Auditblanc : choisissez un fichier qu’Auditblanc a écrit.",
        ),
        (
            b"[1, 2]",
            "Ce fichier JSON n’est ni une évaluation ni un profil d’Auditblanc : choisissez-en un.",
        ),
    ],
)
def test_another_document_is_refused(catalogue, data, sentence):
    assert complaint(data, catalogue) == sentence
