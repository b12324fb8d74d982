"""Files that are gone, altered, or that no row tells of."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Evidence, Piece
from auditblanc.assessments.reads.integrity import examine
from auditblanc.assessments.reads.kept_files import orphans
from auditblanc.assessments.storage import content_name, discard
from auditblanc.assessments.writes import pieces
from tests import people
from tests.assessments.given import TEXT, given, mark


@pytest.fixture(autouse=True)
def store(tmp_path, settings):
    """A folder of this test's own."""
    backend = "auditblanc.assessments.storage.LocalContents"
    settings.STORAGES = {**settings.STORAGES, "proofs": {"BACKEND": backend, "OPTIONS": {"location": tmp_path / "p"}}}
    return tmp_path / "p"


@pytest.fixture
def shown(assessment, mimosa, alice):
    pieces.add(Evidence.objects.get(), [given(mimosa)], people.stamp(alice))


def test_before_anything_is_kept_there_is_nothing_to_find(assessment):
    found = examine()

    assert (found.files, found.orphans, found.faults) == (0, 0, [])


def test_all_is_in_order(shown):
    found = examine()

    assert (found.files, found.orphans, found.faults) == (1, 0, [])


def test_a_file_that_is_gone_is_told(shown, mimosa):
    discard(mimosa.key, mark(TEXT))

    assert examine().faults == [
        "« Atelier Mimosa » : le fichier « emargement.txt » n’est plus à sa place ; restaurez une copie qui le contient, ou remplacez-le dans sa preuve."
    ]


def test_a_file_that_was_altered_is_told(shown, mimosa, store):
    (store / content_name(mimosa.key, mark(TEXT))).write_bytes(TEXT[:-1] + b"?")

    assert examine().faults == [
        "« Atelier Mimosa » : le contenu du fichier « emargement.txt » a changé hors d’Auditblanc ; restaurez une copie qui le contient, ou remplacez-le dans sa preuve."
    ]


def test_a_content_that_no_row_tells_of_is_counted_and_harms_nothing(shown, mimosa):
    given(mimosa, b"jamais confirme")

    assert orphans() == ((mimosa.key, mark(b"jamais confirme")),)
    assert (examine().orphans, examine().faults) == (1, [])


def test_a_content_that_nothing_shows_any_more_is_not_missed(shown, mimosa):
    Piece.objects.all().delete()
    discard(mimosa.key, mark(TEXT))

    assert examine().faults == []


def test_what_is_being_written_is_no_orphan(shown, mimosa, store):
    (store / mimosa.key / "ab").mkdir()
    (store / mimosa.key / "ab" / ".auditblanc-0123.tmp").write_bytes(b"")

    assert orphans() == ()
