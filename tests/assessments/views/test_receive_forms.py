"""Many forms given on the site: looked at before they are accepted, settled by the work process, told on a page."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from auditblanc.assessments.background.worker import work_now
from auditblanc.assessments.mass_intake import parcels
from auditblanc.assessments.models import Assessment, MassIntake
from tests import people
from tests.assessments.mass_intake.filled import form, siren
from tests.pages import cells, page, texts

AT = "/receptions/"


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


def archive(files, name="envoi.zip"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as zipped:
        for path, content in files.items():
            zipped.writestr(path, content)
    return SimpleUploadedFile(name, data.getvalue())


def given(client, files, **more):
    return client.post(AT, {"archive": archive(files), "creates": "on", **more})


def faults(answer):
    return answer.status_code, texts(answer, "//p[@class='error']")


def test_forms_given_are_settled_by_the_work_process(client, alice):
    index = f"fichier;nom;SIREN\nb.docx;École fictive;{siren(2)}\n".encode()
    answer = given(
        client,
        {f"{siren(1)}.docx": form(1), "b.docx": form(2), "c.docx": form(3)},
        index=SimpleUploadedFile("i.csv", index),
    )
    made = MassIntake.objects.get()
    before = (made.total, made.ended_at, Assessment.objects.count())

    jobs = work_now()
    shown = client.get(answer["Location"])

    assert (answer.status_code, answer["Location"]) == (303, f"/receptions/{made.key}/")
    assert (before, jobs) == ((3, None, 0), 1)
    assert sorted(Assessment.objects.values_list("organisation__name", flat=True)) == [
        "SIREN " + siren(1),
        "École fictive",
    ]
    assert [row[1].split()[0] for row in cells(shown)] == ["rattachée", "rattachée", "à"]
    assert parcels.opened(made.key, parcels.ARCHIVE) is None


def test_an_index_in_the_archive_is_used(client, alice):
    given(client, {"a.docx": form(1), "index.csv": f"fichier;nom;SIREN\na.docx;École fictive;{siren(2)}\n"})
    work_now()

    assert [each.organisation.name for each in Assessment.objects.all()] == ["École fictive"]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Choisissez d’abord l’archive."),
        (
            {"archive": SimpleUploadedFile("a.zip", b"nothing")},
            "Ce fichier n’est pas une archive ZIP, ou elle est abîmée : refaites-la à partir du dossier des fiches.",
        ),
        (
            {"archive": archive({"lisez-moi.txt": b"x"})},
            "Il n’y a aucune fiche ici (.docx, .odt, .xlsx, .json) : donnez le dossier, ou l’archive ZIP, qui contient les fiches remplies.",
        ),
        (
            {"archive": archive({"a.docx": b"x"}), "index": SimpleUploadedFile("i.csv", b"nom;siren")},
            "L’index n’a pas de colonne « fichier » : sa première ligne doit nommer les colonnes « fichier ; nom ; SIREN ; NDA ».",
        ),
    ],
)
def test_what_cannot_be_received_is_told_beside_its_field(client, sent, sentence):
    answer = client.post(AT, sent)

    assert faults(answer) == (422, [sentence])
    assert MassIntake.objects.count() == 0


def test_an_archive_too_large_is_told_and_not_kept(client, settings):
    settings.PROOF_FORM_LIMIT = 1000

    answer = given(client, {"a.docx": b"x" * 5000})

    assert answer.status_code == 422
    assert texts(answer, "//p[@class='error']")[0].startswith("Cette archive pèse 5,1 ko ; la limite est de 1 ko")


def test_an_archive_larger_than_one_file_may_be_is_received(client, settings):
    settings.PROOF_FILE_LIMIT = 100

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("auditblanc.web.uploads.SIZE_LIMIT", 100)
        answer = given(client, {"a.docx": b"x" * 5000})

    assert answer.status_code == 303


def test_an_archive_that_is_gone_is_told(client):
    answer = given(client, {"a.docx": form(1)})
    made = MassIntake.objects.get()
    parcels.discard([made.key])

    work_now()

    assert "L’archive n’est plus là" in page(client.get(answer["Location"])).text_content()


def test_receptions_are_listed_and_those_of_others_are_not(client, alice):
    MassIntake.objects.create(received_by=alice, name="envoi.zip", total=2, begun_at=people.NOON, ended_at=people.NOON)
    MassIntake.objects.create(received_by=people.person("Denis"), name="autre.zip", begun_at=people.NOON)

    assert [(row[0], row[3]) for row in cells(client.get(AT))] == [("envoi.zip", "finie")]
