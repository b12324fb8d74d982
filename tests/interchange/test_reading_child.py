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


def answered(*files):
    """How the child ended, and its answers."""
    target = io.BytesIO()
    code = reading_child.main(io.BytesIO(b"".join(reading_child.framed(files))), target)
    return code, list(reading_child.answers(target.getvalue().splitlines(keepends=True)))


@pytest.mark.parametrize("name", ["fiche-remplie.docx", "fiche-remplie.odt"])
def test_the_document_gives_back_what_was_read_doubts_included(catalogue, name):
    data = (DATA / name).read_bytes()

    code, (answer,) = answered(data)

    assert (code, answer.code) == (0, 0)
    assert json_format.read(bytes(answer.document), catalogue) == formats.read(data, catalogue)


def test_a_refused_file_is_its_sentence_and_the_next_is_read():
    code, (refused, read) = answered(b"", (DATA / "fiche-remplie.docx").read_bytes())

    sentence = "Ce fichier est vide : il ne contient pas un octet, redemandez-le à la personne qui vous l’a envoyé."
    assert (code, refused.code, refused.refusal, read.code) == (0, child_process.REFUSED, sentence, 0)


def test_an_answer_that_was_cut_short_is_none():
    assert list(reading_child.answers([b'{"code":0}\n', b'{"code":0'])) == [reading_child.Answer(code=0)]


class Heavy(io.BytesIO):
    """A file that does not fit in what the system gives."""

    def read(self, size=-1):
        raise MemoryError


def test_a_file_that_fills_the_memory_is_too_heavy():
    assert reading_child.main(Heavy(), io.BytesIO()) == child_process.TOO_HEAVY
