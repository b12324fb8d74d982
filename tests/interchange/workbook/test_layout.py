"""What a person finds on opening a workbook, as openpyxl sees it."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Activity, Profile
from auditblanc.domain.snapshot import Snapshot
from auditblanc.interchange import workbook
from auditblanc.interchange.workbook import heights
from tests.interchange.workbook.person import HEADING_ROW, blank, column, grid_cell


@pytest.fixture(scope="module")
def book(catalogue):
    return openpyxl.load_workbook(io.BytesIO(blank(catalogue)), rich_text=True)


def test_sheets_stand_in_the_order_of_the_work_and_the_technical_one_is_hidden(book):
    states = [(sheet.title, sheet.sheet_state) for sheet in book]

    assert states == [
        ("Lisez-moi", "visible"),
        ("Grille", "visible"),
        ("Preuves", "visible"),
        ("Profil", "visible"),
        ("Sites", "visible"),
        ("Écarts", "visible"),
        ("Données", "hidden"),
    ]
    assert book.active.title == "Lisez-moi"


def test_the_grid_has_a_row_for_each_indicator_and_stays_readable_while_scrolling(book):
    sheet = book["Grille"]

    assert [sheet.cell(row, 2).value for row in range(HEADING_ROW + 1, HEADING_ROW + 34)] == list(range(1, 34))
    assert sheet.max_row == HEADING_ROW + 33
    assert sheet.freeze_panes == "D4"
    assert sheet.auto_filter.ref == "A3:N36"


def test_the_grid_prints_on_a4_landscape_with_its_headings_on_each_page(book):
    sheet = book["Grille"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows == "$3:$3"


def test_the_text_is_locked_without_a_password_and_answers_are_not(book):
    sheet = book["Grille"]
    locked = {cell.value: sheet.cell(4, cell.column).protection.locked for cell in sheet[HEADING_ROW]}

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert [heading for heading, is_locked in locked.items() if is_locked] == [
        "Critère",
        "N°",
        "Indicateur (titre court)",
        "Énoncé",
        "Niveau attendu",
        "Exemples de preuves possibles",
        "D’après votre profil",
    ]


def test_filtering_sorting_and_widening_are_allowed_on_every_sheet(book):
    # In the file, false means: not protected against.
    allowed = {
        (sheet.title, sheet.protection.autoFilter, sheet.protection.sort, sheet.protection.formatColumns)
        for sheet in book
    }

    assert allowed == {(sheet.title, False, False, False) for sheet in book}


def test_levels_are_chosen_in_words_and_other_words_are_let_in(book):
    sheet = book["Grille"]
    (lists,) = [rule for rule in sheet.data_validations.dataValidation if "G4:G36" in str(rule.sqref)]

    assert lists.formula1 == '"1 – Prêt : tous les éléments,2 – Partiel : il en manque,3 – Manquant : aucun élément"'
    assert not lists.showErrorMessage


def test_what_applies_is_said_beside_the_decision(book):
    assert grid_cell(book, 1, "computed").value == (
        "Applicable : l’indicateur vaut pour toutes les catégories d’actions."
    )
    assert str(grid_cell(book, 33, "computed").value).startswith("À confirmer : dites quelles catégories")


def test_words_of_ours_are_marked_below_the_statement(book, catalogue):
    edition = catalogue.edition("2026-v9")
    statement = str(grid_cell(book, 33, "statement").value)

    assert statement == (
        f"{edition.indicator(33).full_statement}\n\nReformulation d’Auditblanc – {edition.decree.name}"
    )


def test_rows_may_grow_while_a_person_types(catalogue):
    with zipfile.ZipFile(io.BytesIO(blank(catalogue))) as package:
        grid = package.read("xl/worksheets/sheet2.xml")

    assert grid.count(b' ht="') == HEADING_ROW + 33
    assert grid.count(b"customHeight") == 0


def test_columns_by_category_stand_only_where_they_serve(catalogue):
    both = tuple(Activity(category=category) for category in (Category.TRAINING, Category.APPRENTICESHIP))
    snapshot = Snapshot(edition="2026-v9", profile=Profile(activities=both))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(snapshot, catalogue.edition("2026-v9"))))["Grille"]

    assert [cell.value for cell in sheet[HEADING_ROW]][-2:] == ["Niveau AF", "Niveau CFA"]
    assert column(sheet, "Niveau AF") == 15


def test_properties_name_the_document_and_its_edition_and_nobody(book):
    assert book.properties.title == "Auto-évaluation Qualiopi – Texte de 2026, lu avec le guide V9 (33 indicateurs)"
    assert book.properties.subject == "2026-v9"
    assert book.properties.creator == "Auditblanc"
    assert {item.name: item.value for item in book.custom_doc_props.props} == {
        "auditblanc-format": "1",
        "auditblanc-edition": "2026-v9",
    }


def test_the_guide_says_which_text_is_followed_and_that_a_sheet_is_hidden(book):
    lines = [str(row[0].value) for row in book["Lisez-moi"].iter_rows()]

    assert lines[0] == "Auto-évaluation Qualiopi"
    assert any("(2026-v9)" in line for line in lines)
    assert any(line.startswith("Une feuille masquée, « Données »") for line in lines)


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("court", 1), ("a\nb\n\nc", 4), ("x" * 100, 3), ("x" * 100 + "\n" + "x" * 100, 6)]
)
def test_lines_are_counted_by_the_width_of_the_column(text, lines):
    assert heights.lines(text, width=38, size=10) == lines


def test_a_row_is_as_high_as_its_longest_text_and_never_higher_than_excel_allows():
    assert heights.height([("court", 20, 10.0)]) == 22.0
    assert heights.height([("a\n" * 9, 20, 10.0), ("court", 20, 10.0)]) == pytest.approx(10 * 10 * 1.29 + 5)
    assert heights.height([("a\n" * 900, 20, 10.0)]) == heights.HIGHEST
