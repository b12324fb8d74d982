"""What is written comes back: the workbook keeps everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.neutral import MENTION
from auditblanc.domain.profile import Activity, Document, LastAudit, Profile
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Snapshot
from auditblanc.interchange import workbook
from auditblanc.interchange.workbook import WorkbookError, WorkbookOptions
from auditblanc.interchange.workbook.cell_text import for_xlsxwriter
from tests.interchange.workbook.person import edited, grid_cell
from tests.strategies import snapshots

BLANK = Snapshot(edition="2026-v9")
WHOLE = WorkbookOptions()


def come_back(snapshot, catalogue, options=WHOLE):
    """What is read from what was written, with the doubts."""
    reading = workbook.read(workbook.write(snapshot, catalogue.edition(snapshot.edition), options), catalogue)
    return reading.snapshot, reading.problems


@pytest.mark.soak
@given(snapshot=snapshots())
def test_an_assessment_comes_back_whole_and_without_a_doubt(snapshot, catalogue):
    assert come_back(snapshot, catalogue) == (workbook.keep(snapshot), ())


@given(snapshot=snapshots())
def test_a_mention_for_its_readers_is_neither_an_answer_nor_a_doubt(snapshot, catalogue):
    assert come_back(snapshot, catalogue, WorkbookOptions(mention=MENTION)) == (workbook.keep(snapshot), ())


@pytest.mark.parametrize("edition", ["2019-v7", "2019-v9", "2026-v9"])
def test_a_blank_workbook_of_each_edition_comes_back(edition, catalogue):
    assert come_back(Snapshot(edition=edition), catalogue) == (Snapshot(edition=edition), ())


@pytest.mark.parametrize(
    "snapshot",
    [
        replace(BLANK, ratings=(Rating(indicator=4),)),
        replace(BLANK, ratings=(Rating(indicator=40, level=Level.READY), Rating(indicator=41))),
        replace(BLANK, profile=Profile(last_audit=LastAudit())),
        replace(BLANK, profile=Profile(last_audit=LastAudit(skipped=(7, 3)))),
        replace(
            BLANK, profile=Profile(activities=tuple(Activity(category=category) for category in reversed(Category)))
        ),
        replace(BLANK, profile=Profile(documents=(Document.SWORN_STATEMENT, Document.ACTIVITY_DESCRIPTION))),
        replace(BLANK, evidence=(Evidence(title="Registre", indicators=(1, 1000), content_date=date(1850, 3, 1)),)),
        replace(BLANK, evidence=(Evidence(title="Registre", indicators=(1,), content_date=date(850, 3, 1)),)),
        replace(
            BLANK,
            evidence=(
                Evidence(title="Registre", indicators=(1,)),
                Evidence(title="Registre", indicators=(1,), state=EvidenceState.ASKED),
            ),
        ),
    ],
    ids=["blank rating", "outside", "audited", "skipped", "order", "documents", "old date", "ancient date", "twins"],
)
def test_what_is_unusual_comes_back(snapshot, catalogue):
    read, _ = come_back(snapshot, catalogue)

    assert read == snapshot


@pytest.mark.parametrize(
    "split",
    [
        (CategoryLevel(category=Category.APPRENTICESHIP), CategoryLevel(category=Category.TRAINING)),
        (
            CategoryLevel(category=Category.TRAINING, level=Level.READY),
            CategoryLevel(category=Category.SKILLS_ASSESSMENT),
        ),
    ],
    ids=["all unrated", "one unrated"],
)
def test_a_split_comes_back_in_its_order_with_its_unrated_categories(split, catalogue):
    snapshot = replace(BLANK, ratings=(Rating(indicator=1, by_category=split),))

    assert come_back(snapshot, catalogue) == (snapshot, ())


@pytest.mark.parametrize(
    "text",
    ["<r>gras</r>", "<r></r>", "<r><t>&lt;</t></r>", "_x005F_x0041_", "_x0041_x0042_", "é" * 20_000, "_x0041_" * 2_857],
    ids=["markup", "empty markup", "escaped markup", "escape", "overlap", "longest", "longest escaped"],
)
def test_a_text_that_the_format_trips_on_comes_back(text, catalogue):
    snapshot = replace(BLANK, title=text[:500], ratings=(Rating(indicator=1, presentation=text),))

    assert come_back(snapshot, catalogue) == (snapshot, ())


@given(text=st.text("_x05F4<r>/&", min_size=1, max_size=40))
def test_any_chain_of_what_the_format_trips_on_comes_back(text, catalogue):
    snapshot = replace(BLANK, title=text, ratings=(Rating(indicator=1, presentation=text),))

    assert come_back(snapshot, catalogue) == (snapshot, ())


def test_a_plain_text_is_handed_over_as_it_is():
    assert for_xlsxwriter("Plan d’action <2026> & _suite_") == "Plan d’action <2026> & _suite_"


def test_the_same_assessment_gives_the_same_bytes(catalogue):
    edition = catalogue.edition("2026-v9")

    assert workbook.write(BLANK, edition) == workbook.write(BLANK, edition)


def test_an_assessment_on_another_edition_is_refused(catalogue):
    with pytest.raises(WorkbookError) as caught:
        workbook.write(BLANK, catalogue.edition("2019-v7"))

    assert str(caught.value) == "L’évaluation porte sur l’édition « 2026-v9 », le classeur sur « 2019-v7 »."


parts = st.lists(st.integers(1, 32), unique=True, min_size=1, max_size=4).map(
    lambda rows: WorkbookOptions(rows=tuple(rows), recipient="Paul")
)


@given(snapshot=snapshots(), options=parts)
def test_a_part_comes_back_without_a_doubt_about_the_rows_it_does_not_hold(snapshot, options, catalogue):
    assert come_back(snapshot, catalogue, options) == (workbook.keep(snapshot, options=options), ())


def test_a_part_holds_no_answer_and_no_proof_of_the_others(catalogue):
    snapshot = replace(
        BLANK,
        ratings=(Rating(indicator=1, presentation="Le site."), Rating(indicator=2, presentation="À part.")),
        evidence=(Evidence(title="Registre", indicators=(1, 2)), Evidence(title="Secret", indicators=(2,))),
    )

    read, _ = come_back(snapshot, catalogue, WorkbookOptions(rows=(1,)))

    assert (read.ratings, read.evidence) == (snapshot.ratings[:1], (Evidence(title="Registre", indicators=(1,)),))


def remove_row(book, indicator):
    book["Grille"].delete_rows(grid_cell(book, indicator, "number").row)


def test_a_row_of_a_part_that_was_deleted_is_said(catalogue):
    edition = catalogue.edition("2026-v9")
    written = workbook.write(BLANK, edition, WorkbookOptions(rows=(4, 17)))

    problems = workbook.read(edited(written, lambda book: remove_row(book, 17)), catalogue).problems

    assert [(problem.indicator, problem.message) for problem in problems] == [
        (17, "La ligne de l’indicateur 17 n’est plus dans la feuille « Grille » : il est lu comme non évalué.")
    ]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ((), "Un classeur doit comporter au moins un indicateur : choisissez-en un."),
        ((1, 99), "L’indicateur 99 n’existe pas dans l’édition « 2026-v9 »."),
    ],
)
def test_a_part_of_nothing_is_refused(rows, sentence, catalogue):
    with pytest.raises(WorkbookError) as caught:
        workbook.write(BLANK, catalogue.edition("2026-v9"), WorkbookOptions(rows=rows))

    assert str(caught.value) == sentence
