"""What the child that reads one file answers, and how it ends."""

from __future__ import annotations

import io

import pytest

from auditblanc.interchange import child_process, formats, json_format, reading_child
from auditblanc.interchange.data_folder import EDITIONS_VARIABLE
from tests.conftest import DATA


@pytest.fixture(autouse=True)
def no_edition_of_one_s_own(tmp_path, monkeypatch):
    monkeypatch.setenv(EDITIONS_VARIABLE, str(tmp_path / "none"))


@pytest.mark.parametrize("name", ["fiche-remplie.docx", "fiche-remplie.odt"])
def test_the_document_gives_back_what_was_read_doubts_included(catalogue, name):
    data, target = (DATA / name).read_bytes(), io.BytesIO()

    code = reading_child.main(io.BytesIO(data), target)

    assert code == 0
    assert json_format.read(target.getvalue(), catalogue) == formats.read(data, catalogue)


def test_a_refused_file_is_its_sentence():
    target = io.BytesIO()

    code = reading_child.main(io.BytesIO(b""), target)

    sentence = "Ce fichier est vide : il ne contient pas un octet, redemandez-le à la personne qui vous l’a envoyé."
    assert (code, target.getvalue().decode()) == (child_process.REFUSED, sentence)


class Heavy(io.BytesIO):
    """A file that does not fit in what the system gives."""

    def read(self, size=-1):
        raise MemoryError


def test_a_file_that_fills_the_memory_is_too_heavy():
    assert reading_child.main(Heavy(), io.BytesIO()) == child_process.TOO_HEAVY
