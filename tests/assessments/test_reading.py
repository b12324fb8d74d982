"""Reading in a child: the same answer as here, the same sentences, and limits that hold."""

from __future__ import annotations

import io
import subprocess
import sys

import psutil
import pytest

from auditblanc.assessments import editions, reading, watched
from auditblanc.assessments.reading import DAMAGED, TOO_HEAVY, read_apart
from auditblanc.assessments.watched import Limits
from auditblanc.interchange import formats
from auditblanc.interchange.problems import UnreadableFileError
from tests.conftest import DATA
from tests.interchange.forged_forms import packed
from tests.interchange.test_hostile_forms import REFUSED

FORM = (DATA / "fiche-remplie.docx").read_bytes()
BOMB = packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "\0" * 40_000_000})


def refusal(data, limits=reading.LIMITS):
    with pytest.raises(UnreadableFileError) as refused:
        read_apart(io.BytesIO(data), editions.catalogue(), limits)
    return str(refused.value)


def test_a_form_is_read_as_it_is_here():
    found = read_apart(io.BytesIO(FORM), editions.catalogue())

    assert found == formats.read(FORM, editions.catalogue())
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "name", ["empty", "PDF", "random bytes", "a letter", "truncated in the middle", "an archive in an archive"]
)
def test_a_hostile_file_gets_its_own_sentence(name):
    data, sentence = REFUSED[name]

    assert refusal(data) == sentence


def test_a_bomb_is_refused_within_bounds():
    assert refusal(BOMB) == (
        "Ce fichier se déplie en un contenu démesuré : ce n’est pas une fiche ni un classeur rempli à la main, "
        "il n’est pas ouvert ; donnez le document d’origine."
    )


@pytest.mark.parametrize(
    "limits", [Limits(seconds=0.05), Limits(memory=15_000_000), Limits(answer=100)], ids=["time", "memory", "answer"]
)
def test_a_child_that_passes_a_limit_is_stopped(limits):
    before = psutil.Process().children()

    assert refusal(FORM, limits) == TOO_HEAVY
    assert psutil.Process().children() == before


def test_a_child_that_falls_is_a_sentence_too(catalogue, tmp_path, monkeypatch):
    """An edition that cannot be read ends the child with an error, as a parser that crashes would."""
    (tmp_path / "x.toml").write_text("id =")
    monkeypatch.setenv("AUDITBLANC_EDITIONS", str(tmp_path))

    with pytest.raises(UnreadableFileError) as refused:
        read_apart(io.BytesIO(FORM), catalogue)

    assert str(refused.value) == DAMAGED


def test_the_child_sees_neither_settings_nor_secrets(monkeypatch):
    monkeypatch.setenv("AUDITBLANC_TOKEN", "secret")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "auditblanc.web.settings")

    names = set(watched.environment())

    assert names - {"SYSTEMROOT", "TEMP", "TMP"} == {"PYTHONPATH", "AUDITBLANC_EDITIONS"}


def test_the_child_knows_nothing_of_the_site():
    code = "import sys, auditblanc.interchange.reading_child as child; print('django' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
