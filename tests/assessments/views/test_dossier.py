"""The dossier of proofs as a person gets it: chosen, streamed, and whole or not at all."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse

from auditblanc.assessments.models import Evidence
from auditblanc.assessments.storage import content_name, contents
from auditblanc.assessments.writes.pieces import add
from auditblanc.interchange.dossier import verify
from tests import people
from tests.assessments.given import PDF, given
from tests.pages import texts

ASKED = {"critere": ["1", "2", "3", "4", "5", "6", "7"], "etat": ["ready"], "personnelles": "on"}


@pytest.fixture
def client(client, alice):
    client.force_login(alice)
    return client


@pytest.fixture
def file(assessment, alice, mimosa):
    one = given(mimosa, PDF, "catalogue.pdf")
    add(Evidence.objects.get(), [one], people.stamp(alice))
    return one


def address(assessment, name="dossier_file"):
    return reverse(f"assessments:{name}", args=[assessment.organisation.key, assessment.key])


def test_it_goes_out_whole_and_verifies(client, assessment, file, tmp_path):
    answer = client.get(address(assessment), ASKED)

    (tmp_path / "d.zip").write_bytes(answer.getvalue())
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="dossier-de-preuves-atelier-mimosa-')
    assert verify(tmp_path / "d.zip").lines == ("Rien n’a changé : 5 fichiers s’accordent avec la liste.",)
    with zipfile.ZipFile(tmp_path / "d.zip") as package:
        assert [name for name in package.namelist() if name.endswith("catalogue.pdf")] == [
            "Critère 1/01 – Information du public sur les prestations/catalogue.pdf"
        ]


def test_the_form_starts_with_what_is_ready_and_without_health_data(client, assessment):
    answer = client.get(address(assessment, "dossier"))

    assert texts(answer, "//input[@checked]/..")[-2:] == [
        "Prête",
        "Avec les preuves qui contiennent des données personnelles",
    ]


def test_a_file_that_is_gone_is_told_before_anything_goes_out(client, assessment, file):
    contents().delete(content_name(assessment.organisation.key, file.content.sha256))

    answer = client.get(address(assessment), ASKED)

    assert (answer.status_code, texts(answer, "//*[contains(@class, 'notice-error')]//li")) == (409, ["catalogue.pdf"])


def test_a_choice_of_nothing_gets_a_sentence(client, assessment):
    answer = client.get(address(assessment), {"etat": "ready"})

    assert answer.status_code == 422
    assert "Choisissez au moins un critère." in texts(answer, "//main")[0]


def test_it_is_made_with_few_queries(client, assessment, file, django_assert_num_queries):
    with django_assert_num_queries(8):
        zipfile.ZipFile(BytesIO(client.get(address(assessment), ASKED).getvalue()))
