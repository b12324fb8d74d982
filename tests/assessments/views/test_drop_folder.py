"""A folder dropped at once: guessed, confirmed in one table, kept; one bad file stops no other."""

from __future__ import annotations

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads import register
from tests.assessments.given import PDF, file
from tests.images import png
from tests.pages import page, texts


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def address(assessment, name="drop_folder"):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key])


FOLDER = {
    "Qualité/Critère 3/Ind 11 - évaluations.pdf": PDF + b"1",
    "Qualité/I12_relances.pdf": PDF + b"2",
    "Qualité/CGV 2026.pdf": PDF + b"3",
    "Qualité/photo.png": png(),
}


def dropped(client, assessment, folder):
    files = [file(data, path.rpartition("/")[2]) for path, data in folder.items()]
    return client.post(address(assessment), {"file": files, "path": list(folder)})


def confirmed(client, assessment, answer, **changed):
    form = page(answer).xpath("//main//form")[0]
    said = {name: value for name, value in (dict(form.fields) | changed).items() if value is not None}
    return client.post(form.action, said)


def names(assessment):
    return {each.title: (each.indicators, len(each.pieces)) for each in register.proofs(assessment.organisation_id)}


def test_nothing_is_noted_before_it_is_confirmed_and_each_guess_says_why(client, assessment):
    answer = dropped(client, assessment, FOLDER)

    assert (answer.status_code, Evidence.objects.count()) == (200, 1)
    assert texts(answer, "//tbody//span[contains(@class, 'told')]") == [
        "Qualité/Critère 3/Ind 11 - évaluations.pdf – Son nom dit l’indicateur 11.",
        "Qualité/I12_relances.pdf – Son nom dit l’indicateur 12.",
        "Qualité/CGV 2026.pdf – « cgv » sert le plus souvent à l’indicateur 1 : vérifiez.",
        "Qualité/photo.png – Rien dans son nom ne dit à quel indicateur il répond : choisissez.",
    ]


def test_confirmed_each_is_a_proof_with_its_file(client, assessment):
    answer = confirmed(client, assessment, dropped(client, assessment, FOLDER))

    assert answer.status_code == 303
    assert names(assessment) == {
        "Catalogue 2027": ((1, 5), 0),
        "Évaluations": ((11,), 1),
        "Relances": ((12,), 1),
        "CGV 2026": ((1,), 1),
        "Photo": ((), 1),
    }


def test_files_of_one_title_are_one_proof(client, assessment):
    folder = {"a/Ind 11 - bilan.pdf": PDF + b"1", "b/Ind 11 - bilan.pdf": PDF + b"2"}

    confirmed(client, assessment, dropped(client, assessment, folder))

    assert names(assessment)["Bilan"] == ((11,), 2)


def test_what_is_not_taken_is_not_noted(client, assessment):
    answer = dropped(client, assessment, FOLDER)

    confirmed(client, assessment, answer, **{"0-take": None, "3-take": None})

    assert set(names(assessment)) == {"Catalogue 2027", "Relances", "CGV 2026"}


def test_a_content_that_the_register_has_is_recognised(client, assessment):
    confirmed(client, assessment, dropped(client, assessment, FOLDER))

    confirmed(client, assessment, dropped(client, assessment, {"Ind 32 autre nom.pdf": PDF + b"2"}))

    assert names(assessment)["Relances"] == ((12, 32), 1)


def test_one_bad_file_stops_no_other(client, assessment):
    folder = {
        "I12.pdf": PDF,
        "virus.pdf": b"MZ\x90\x00programme",
        "vide.pdf": b"",
        "~$note.docx": b"x",
        "d/.DS_Store": b"x",
    }

    answer = dropped(client, assessment, folder)

    assert len(page(answer).xpath("//tbody/tr")) == 1
    assert len(texts(answer, "//div[contains(@class, 'notice-warning')]//li")) == 4


@pytest.mark.parametrize(("files", "sentence"), [(0, "Choisissez d’abord un dossier"), (201, "compte 201 fichiers")])
def test_none_and_too_many_get_a_sentence(client, assessment, files, sentence):
    answer = client.post(address(assessment), {"file": [file(b"x", f"{place}.txt") for place in range(files)]})

    assert answer.status_code == 422
    assert sentence in texts(answer, "//*[@id='dossier_error']")[0]


def test_a_file_that_was_not_given_here_is_refused(client, assessment):
    answer = dropped(client, assessment, {"I12.pdf": PDF})

    again = confirmed(client, assessment, answer, **{"0-mark": "forged"})

    assert (again.status_code, Evidence.objects.count()) == (422, 1)
    assert "déposez le dossier de nouveau" in texts(again, "//main")[0]


def test_a_row_at_fault_keeps_the_table(client, assessment):
    answer = confirmed(client, assessment, dropped(client, assessment, FOLDER), **{"0-indicators": "77"})

    assert (answer.status_code, len(page(answer).xpath("//tbody/tr")), Evidence.objects.count()) == (422, 4, 1)
