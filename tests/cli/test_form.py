"""`auditblanc form`: blank, filled, what applies, a part for a colleague."""

from __future__ import annotations

from auditblanc.interchange.formats import read_file
from tests.conftest import DATA

FORM = DATA / "fiche-remplie.docx"


def rows(path, catalogue):
    return [rating.indicator for rating in read_file(path, catalogue).snapshot.ratings]


def test_form_is_blank_and_whole_by_default(auditblanc, catalogue, tmp_path):
    run = auditblanc("form", tmp_path / "f.docx", "--edition", "2026-v9")

    snapshot = read_file(tmp_path / "f.docx", catalogue).snapshot
    assert (run.code, len(snapshot.ratings), all(rating.is_blank for rating in snapshot.ratings)) == (0, 33, True)


def test_form_of_a_part_holds_only_those_rows_with_their_answers(auditblanc, catalogue, tmp_path):
    auditblanc("form", tmp_path / "f.docx", "--from", FORM, "--part", "17-19,1", "--for", "Paul")

    reading = read_file(tmp_path / "f.docx", catalogue)
    assert ([rating.indicator for rating in reading.snapshot.ratings], reading.problems) == ([1, 17, 18, 19], ())
    assert reading.snapshot.rating(17).presentation == read_file(FORM, catalogue).snapshot.rating(17).presentation


def test_form_of_what_applies_leaves_out_the_rest(auditblanc, catalogue, tmp_path):
    auditblanc("form", tmp_path / "f.docx", "--edition", "2026-v9", "--category", "BC", "--only-applicable")

    # rnq § 1.3: 22 for a skills-assessment centre, 27 included, which stays to be confirmed here.
    assert len(rows(tmp_path / "f.docx", catalogue)) == 22


def test_form_of_an_indicator_that_does_not_exist_is_refused(auditblanc, tmp_path):
    run = auditblanc("form", tmp_path / "f.docx", "--edition", "2026-v9", "--part", "34")

    assert (run.code, list(tmp_path.iterdir())) == (2, [])
    assert run.err.startswith("L’indicateur 34 n’existe pas dans l’édition « 2026-v9 ».")


def test_form_is_a_word_document(auditblanc, tmp_path):
    run = auditblanc("form", tmp_path / "f.xlsx")

    assert (run.code, run.err.startswith("Une fiche est un document Word")) == (2, True)
