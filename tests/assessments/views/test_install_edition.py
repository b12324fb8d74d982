"""An edition comes as a file: shown with what it re-opens, then installed, and chosen by the audit's date without code."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from auditblanc.assessments import editions
from auditblanc.interchange.data_folder import EDITIONS_VARIABLE
from tests import people
from tests.conftest import DATA
from tests.pages import cells, error_of

V10 = next(path for path in (DATA / "editions").glob("*.toml") if "v10" in path.name)


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    """The person's own editions, none at first."""
    monkeypatch.setenv(EDITIONS_VARIABLE, str(tmp_path / "editions"))
    return tmp_path / "editions"


@pytest.fixture
def here(client, alice):
    client.force_login(alice)
    return client


def shown(client, data=None, name=V10.name):
    file = SimpleUploadedFile(name, V10.read_bytes() if data is None else data)
    return client.post("/textes/installer/", {"file": file})


def test_what_it_reopens_is_shown_and_nothing_is_installed(here, assessment, folder):
    answer = shown(here)

    ((name, count, numbers),) = cells(answer)
    assert (answer.status_code, name) == (200, "Atelier Mimosa Audit de mars")
    assert (count, numbers) == (str(len(numbers.split(", "))), numbers)
    assert not folder.exists()


def test_the_whole_list_is_a_file_before_anything_is_installed(here, assessment, folder):
    answer = here.post("/textes/installer/fichier/csv/", {"name": V10.name, "text": V10.read_text("utf-8")})

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Organisme", "Atelier Mimosa"]
    assert not folder.exists()


def test_a_file_of_a_text_at_fault_is_refused(here):
    assert here.post("/textes/installer/fichier/csv/", {"name": "v10.toml", "text": "id ="}).status_code == 422
    assert here.post("/textes/installer/fichier/pdf/", {}).status_code == 404


def test_once_confirmed_it_is_among_the_texts(here, assessment, folder):
    answer = here.post("/textes/installer/confirmer/", {"name": V10.name, "text": V10.read_text("utf-8")})

    installed = editions.catalogue().ids[-1]
    assert (answer.status_code, answer.headers["Location"]) == (303, "/textes/")
    assert (folder / f"{installed}.toml").read_text("utf-8") == V10.read_text("utf-8")
    assert here.get(f"/textes/{installed}/").status_code == 200


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "Ce fichier est vide : choisissez-en un autre."),
        (b"\xff\xfe", "Ce fichier n’est pas en UTF-8 : enregistrez-le dans ce codage."),
        (b'id = "x"\nbased_on = "2026-v9"\nchecked_on = 2026-11-22\n', "v10.toml › title : ce champ manque."),
        (b"a = " + b"[" * 50_000, "v10.toml : ce fichier imbrique trop de listes : ce n’est pas un texte."),
        (
            b'id = "2026-v9"\ntitle = "x"\nchecked_on = 2026-11-22\n',
            "Le texte « 2026-v9 » est déjà là : donnez un autre identifiant à celui-ci (champ « id »).",
        ),
    ],
)
def test_a_file_at_fault_is_refused_in_one_sentence(here, data, sentence, folder):
    answer = shown(here, data, "v10.toml")

    assert (answer.status_code, error_of(answer, "file")) == (422, sentence)
    assert not folder.exists()


def test_what_comes_back_from_the_page_is_checked_again(here, folder):
    answer = here.post("/textes/installer/confirmer/", {"name": "v10.toml", "text": "id ="})

    assert answer.status_code == 422
    assert not folder.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_looking_takes_two_queries_for_more_assessments(here, mimosa, alice, count, django_assert_num_queries):

    for _ in range(count):
        people.assessment(mimosa, alice)

    with django_assert_num_queries(2):
        shown(here)
