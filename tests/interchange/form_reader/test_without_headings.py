"""Forms of which a person, or another editor, left out the headings: columns are told by what is printed in them."""

from __future__ import annotations

import pytest

from auditblanc.interchange.form_reader import read
from tests.conftest import DATA
from tests.interchange.form_mutations import tables
from tests.interchange.form_mutations.cases import changed

FORM = (DATA / "fiche-remplie.docx").read_bytes()


@pytest.mark.parametrize("drop", [tables.drop_header, tables.drop_a_header_row, tables.drop_every_header])
def test_answers_are_read_without_headings(catalogue, drop):
    reading = read(changed(FORM, drop), catalogue)

    assert reading == read(FORM, catalogue)
