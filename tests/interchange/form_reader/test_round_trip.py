"""What our writer puts in a form comes back, whatever a person wrote in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.catalogue import load
from auditblanc.domain.neutral import MENTION
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange.form_docx.options import FormOptions, keep
from auditblanc.interchange.form_docx.writer import write
from auditblanc.interchange.form_reader import read
from auditblanc.interchange.problems import Cell
from tests.strategies import lines, snapshots

CATALOGUE = load()


@st.composite
def assessments(draw):
    edition = CATALOGUE.edition(draw(st.sampled_from(CATALOGUE.ids)))
    return draw(snapshots(edition=edition.id, numbers=edition.numbers))


@st.composite
def parts(draw):
    """Some rows only, as for a colleague, blank or not."""
    snapshot = draw(assessments())
    numbers = CATALOGUE.edition(snapshot.edition).numbers
    rows = draw(st.sets(st.sampled_from(numbers), min_size=1, max_size=5))
    mention = draw(st.sampled_from(["", MENTION]))
    options = FormOptions(rows=tuple(sorted(rows)), recipient=draw(lines), blank=draw(st.booleans()), mention=mention)
    return snapshot, options


@pytest.mark.soak
@given(assessments())
def test_form_gives_back_what_it_keeps(snapshot):
    edition = CATALOGUE.edition(snapshot.edition)

    reading = read(write(snapshot, edition), CATALOGUE)

    assert reading.snapshot == keep(snapshot, edition)
    assert {problem.cell for problem in reading.problems} <= {Cell.PRESENTATION}


@pytest.mark.soak
@given(parts())
def test_part_of_a_form_gives_back_its_rows_without_missing_the_others(part):
    snapshot, options = part
    edition = CATALOGUE.edition(snapshot.edition)

    reading = read(write(snapshot, edition, options), CATALOGUE)

    assert reading.snapshot == keep(snapshot, edition, options)
    assert [problem for problem in reading.problems if "n’a pas de ligne" in problem.message] == []


@pytest.mark.parametrize("mention", ["", MENTION])
@pytest.mark.parametrize("identifier", CATALOGUE.ids)
def test_blank_form_of_ours_leaves_no_doubt(identifier, mention):
    edition = CATALOGUE.edition(identifier)
    reading = read(write(Snapshot(edition=identifier), edition, FormOptions(mention=mention)), CATALOGUE)

    assert reading.problems == ()


@given(snapshot=snapshots())
def test_naming_the_proofs_changes_nothing_that_is_read(snapshot):
    edition = CATALOGUE.edition(snapshot.edition)
    options = FormOptions(with_proofs=True)

    reading = read(write(snapshot, edition, options), CATALOGUE)

    assert reading.snapshot == keep(snapshot, edition, options)
    assert {problem.cell for problem in reading.problems} <= {Cell.PRESENTATION}
