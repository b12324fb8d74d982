"""What no proof shows any more goes for good: row, content, and what was drawn of it."""

from __future__ import annotations

import pytest

from auditblanc.assessments.models import Evidence, Piece, StoredFile
from auditblanc.assessments.preview.shown import folder_of, seen
from auditblanc.assessments.storage import is_kept
from auditblanc.assessments.writes import pieces
from auditblanc.assessments.writes.forget_files import forget_files
from auditblanc.interchange.saving import SavingError
from tests import people
from tests.assessments.given import PDF, PNG, given, mark


@pytest.fixture(autouse=True)
def kept_apart(tmp_path, settings):
    settings.PREVIEWS = tmp_path / "apercus"


@pytest.fixture
def stamp(alice):
    return people.stamp(alice)


@pytest.fixture
def row(assessment):
    return Evidence.objects.get()


def test_what_is_shown_was_shown_or_may_be_put_back_stays(row, mimosa, stamp):
    pieces.add(row, [given(mimosa), given(mimosa, PDF, "devis.pdf")], stamp)
    first, second = Piece.objects.order_by("pk")
    pieces.replace(first, given(mimosa, PNG, "photo.png"), stamp)
    pieces.remove(second, stamp)

    assert (forget_files(mimosa), StoredFile.objects.count()) == (0, 3)


def test_what_nothing_has_any_more_goes_with_what_was_drawn_of_it(row, mimosa, stamp):
    pieces.add(row, [given(mimosa, PNG, "photo.png"), given(mimosa, PDF, "devis.pdf")], stamp)
    seen(mimosa.key, StoredFile.objects.get(sha256=mark(PNG)))
    drawn = folder_of(mimosa.key, mark(PNG))
    before = drawn.is_dir()
    Piece.objects.order_by("pk")[0].delete()

    count = forget_files(mimosa)

    assert (count, before, drawn.exists()) == (1, True, False)
    assert (is_kept(mimosa.key, mark(PNG)), is_kept(mimosa.key, mark(PDF))) == (False, True)


def test_those_of_another_organisation_stay(row, mimosa, stamp, charlie):
    other = people.organisation("Atelier Acacia", charlie)
    given(other, PNG)
    pieces.add(row, [given(mimosa, PNG, "photo.png")], stamp)
    Piece.objects.all().delete()

    forget_files(mimosa)

    assert (is_kept(mimosa.key, mark(PNG)), is_kept(other.key, mark(PNG))) == (False, True)


def test_a_content_forgotten_since_it_was_given_gets_no_row(row, mimosa, stamp):
    waiting = given(mimosa, PNG, "photo.png")
    pieces.add(row, [waiting], stamp)
    Piece.objects.all().delete()
    forget_files(mimosa)

    with pytest.raises(SavingError, match="déposez-le de nouveau"):
        pieces.add(row, [waiting], stamp)

    assert (StoredFile.objects.count(), Piece.objects.count()) == (0, 0)
