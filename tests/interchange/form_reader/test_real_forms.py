"""The founding form as received, blank and filled, and the same one saved by LibreOffice in both formats."""

from __future__ import annotations

import json

import pytest

from auditblanc.domain.snapshot import Rating
from auditblanc.interchange.form_reader import read
from auditblanc.interchange.problems import Cell, Problem
from tests.conftest import DATA

EXPECTED = json.loads((DATA / "fiche-remplie.expected.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=["fiche-remplie.docx", "fiche-remplie-libreoffice.docx", "fiche-remplie.odt"])
def filled(request, catalogue):
    return read((DATA / request.param).read_bytes(), catalogue)


def test_filled_form_gives_every_level_and_text(filled):
    answers = {
        str(rating.indicator): {"level": rating.level, "presentation": rating.presentation}
        for rating in filled.snapshot.ratings
    }

    assert answers == EXPECTED


def test_filled_form_is_on_the_text_it_was_printed_from(filled):
    assert filled.snapshot.edition == "2019-v7"


def test_filled_form_leaves_one_doubt(filled):
    assert filled.problems == (
        Problem(
            cell=Cell.PRESENTATION,
            indicator=20,
            message="« Non concerné » : confirmez que l’indicateur 20 ne s’applique pas, avec le motif.",
        ),
    )


def test_blank_form_gives_empty_rows_and_no_doubt(catalogue):
    reading = read((DATA / "fiche-vierge.docx").read_bytes(), catalogue)

    assert reading.snapshot.ratings == tuple(Rating(indicator=number) for number in range(1, 33))
    assert reading.problems == ()
