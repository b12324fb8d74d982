"""What has its own sentence is said on a page, not hidden behind « une erreur »."""

from __future__ import annotations

import pytest
from django.urls import reverse

from auditblanc.domain.edition_file import EditionError
from auditblanc.interchange.data_folder import EDITIONS_VARIABLE
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.saving import SavingError
from auditblanc.web.middleware.named_problems import told
from tests.pages import texts


@pytest.fixture
def faulty(monkeypatch, tmp_path):
    """Somebody dropped a faulty edition into their folder."""
    monkeypatch.setenv(EDITIONS_VARIABLE, str(tmp_path))
    (tmp_path / "fautive.toml").write_text("id = ", "utf-8")


def test_a_page_that_needs_the_texts_names_the_faulty_file(client, alice, assessment, faulty):
    client.force_login(alice)

    answer = client.get(reverse("assessments:overview", args=[assessment.organisation.key, assessment.key]))

    assert (answer.status_code, texts(answer, "//h1")) == (500, ["Un texte installé ne peut pas être lu"])
    assert texts(answer, "//main//p")[1].startswith("fautive.toml : ce fichier n’est pas du TOML correct")


def test_the_other_pages_go_on_and_say_it_at_their_foot(client, alice, faulty):
    client.force_login(alice)

    answer = client.get("/")

    assert answer.status_code == 200
    assert texts(answer, "//footer//p")[0].startswith("fautive.toml : ")


@pytest.mark.parametrize(
    ("problem", "status"),
    [(UnreadableFileError("Illisible."), 422), (EditionError("Fautif."), 500), (SavingError("Plein."), 507)],
)
def test_each_problem_has_its_status(rf, problem, status):
    assert told(rf.get("/"), problem).status_code == status


def test_another_problem_is_not_explained_away(rf):
    assert told(rf.get("/"), ValueError("Autre.")) is None
