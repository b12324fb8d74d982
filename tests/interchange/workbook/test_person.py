"""What a person does to a workbook, and that it is read all the same."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl.utils import get_column_letter

from auditblanc.domain.categories import AuditKind, Category, Gravity
from auditblanc.domain.effort import Effort
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Activity, Audit, Certifying, Finding, LastAudit, Provider, Site
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange import workbook
from tests.interchange.workbook.person import HEADING_ROW, answer, blank, edited, fill, grid_cell

FILLED = Snapshot(
    edition="2026-v9",
    ratings=tuple(
        Rating(indicator=number, level=Level(1 + number % 3), presentation=f"Pièce {number}") for number in range(1, 34)
    ),
    evidence=(Evidence(title="Livret", indicators=(9,)), Evidence(title="Catalogue", indicators=(1, 2))),
)


@pytest.fixture
def written(catalogue):
    return workbook.write(FILLED, catalogue.edition("2026-v9"))


def test_a_workbook_filled_by_hand_is_read(catalogue):
    def work(book):
        grid_cell(book, 1, "level").value = "1 – Prêt : tous les éléments"
        grid_cell(book, 1, "presentation").value = "Catalogue 2026"
        grid_cell(book, 2, "level").value = 2
        grid_cell(book, 2, "effort").value = "1 heure"
        grid_cell(book, 3, "applicable").value = "Ne s’applique pas"
        grid_cell(book, 3, "reason").value = "Aucune certification"
        grid_cell(book, 4, "review").value = "à revoir"
        grid_cell(book, 5, "ticked").value = "Programme\n\n Grille d’évaluation \nProgramme"

    reading = workbook.read(edited(blank(catalogue), work), catalogue)

    assert reading.problems == ()
    assert reading.snapshot.ratings == (
        Rating(indicator=1, level=Level.READY, presentation="Catalogue 2026"),
        Rating(indicator=2, level=Level.PARTIAL, effort=Effort.HOUR),
        Rating(indicator=3, applicable=False, reason="Aucune certification"),
        Rating(indicator=4, review=Review.LOOK_AGAIN),
        Rating(indicator=5, ticked=("Programme", "Grille d’évaluation")),
    )


def test_lists_filled_by_hand_are_read(catalogue):
    def work(book):
        fill(book, "Preuves", 1, title="Catalogue", indicators="2 ; 1", content_date="12/09/2026", holder="Camille")
        fill(book, "Preuves", 3, title="Registre", indicators=12, place="Classeur bleu")
        fill(book, "Sites", 1, name="Lyon", permanent_staff="4", categories="AF et CFA", is_central_function="oui")
        fill(book, "Écarts", 1, indicator="11", gravity="mineur", words="Pas de preuve", received_on=date(2026, 1, 5))

    reading = workbook.read(edited(blank(catalogue), work), catalogue)

    assert reading.problems == ()
    assert reading.snapshot.evidence == (
        Evidence(title="Catalogue", indicators=(1, 2), content_date=date(2026, 9, 12), holder="Camille"),
        Evidence(title="Registre", indicators=(12,), place="Classeur bleu"),
    )
    assert reading.snapshot.profile.sites == (
        Site(
            name="Lyon",
            permanent_staff=4,
            categories=(Category.TRAINING, Category.APPRENTICESHIP),
            is_central_function=True,
        ),
    )
    assert reading.snapshot.profile.last_audit == LastAudit(
        findings=(Finding(indicator=11, gravity=Gravity.MINOR, words="Pas de preuve", received_on=date(2026, 1, 5)),)
    )


def test_a_profile_filled_by_hand_is_read(catalogue):
    def work(book):
        answer(book, "Dénomination", "Atelier des Savoirs")
        answer(book, "Numéro SIREN", 812345678)
        answer(book, "AF : délivrez-vous cette catégorie ?", "oui")
        answer(book, "AF : êtes-vous nouvel entrant ?", "Non")
        answer(book, "Vos prestations conduisent-elles à une certification professionnelle ?", "RNCP")
        answer(book, "Quel audit préparez-vous ?", "surveillance")
        answer(book, "Premier jour de l’audit", "2 mars 2027")

    reading = workbook.read(edited(blank(catalogue), work), catalogue)

    assert reading.problems == ()
    profile = reading.snapshot.profile
    assert profile.provider == Provider(name="Atelier des Savoirs", siren="812345678")
    assert profile.activities == (Activity(category=Category.TRAINING, new_entrant=False),)
    assert profile.certifying is Certifying.RNCP
    assert profile.audit == Audit(first_day=date(2027, 3, 2), kind=AuditKind.SURVEILLANCE)


def widen(book):
    for sheet in book:
        for index in range(1, 9):
            sheet.column_dimensions[get_column_letter(index)].width = 80


def insert_columns(book):
    for name in ("Grille", "Preuves", "Profil"):
        book[name].insert_cols(2, amount=2)


def insert_a_row_above(book):
    book["Grille"].insert_rows(1, amount=3)


def sort_descending(book):
    sheet = book["Grille"]
    below = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADING_ROW + 1)]
    for row, values in enumerate(sorted(below, key=lambda row: -row[1]), start=HEADING_ROW + 1):
        for place, value in enumerate(values, start=1):
            sheet.cell(row, place).value = value


def filter_and_hide(book):
    sheet = book["Grille"]
    sheet.auto_filter.add_filter_column(6, ["1 – Prêt : tous les éléments"])
    for row in range(HEADING_ROW + 5, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = True


def move_columns(book):
    """Cut the column of levels and paste it to the right of everything."""
    sheet = book["Grille"]
    for row in range(HEADING_ROW, sheet.max_row + 1):
        sheet.cell(row, 20).value = sheet.cell(row, 7).value
        sheet.cell(row, 7).value = None


def rename(book):
    book["Grille"].title = "GRILLE (Camille)"
    book["Preuves"].title = "Nos preuves"
    book["Données"].title = "ne pas toucher"


def reorder_sheets(book):
    book.move_sheet("Grille", offset=5)


def retype_headings(book):
    sheet = book["Grille"]
    sheet.cell(HEADING_ROW, 7).value = "  votre NIVEAU "
    sheet.cell(HEADING_ROW, 8).value = "Ce que vous avez prevu de presenter a l'auditeur :"


def unprotect(book):
    for sheet in book:
        sheet.protection.sheet = False


def delete_the_guide(book):
    del book["Lisez-moi"]


@pytest.mark.parametrize(
    "work",
    [
        widen,
        insert_columns,
        insert_a_row_above,
        sort_descending,
        filter_and_hide,
        move_columns,
        rename,
        reorder_sheets,
        retype_headings,
        unprotect,
        delete_the_guide,
    ],
)
def test_what_a_person_may_do_to_a_workbook_changes_nothing(work, written, catalogue):
    reading = workbook.read(edited(written, work), catalogue)

    assert reading.snapshot == FILLED
    assert reading.problems == ()


def test_a_split_by_category_is_typed(catalogue):
    two = Snapshot(
        edition="2026-v9",
        profile=Snapshot(edition="x").profile.__class__(
            activities=(Activity(category=Category.TRAINING), Activity(category=Category.SKILLS_ASSESSMENT))
        ),
    )
    data = workbook.write(two, catalogue.edition("2026-v9"))

    def work(book):
        grid_cell(book, 1, "level_AF").value = "prêt"
        grid_cell(book, 1, "level_BC").value = 3

    (rating,) = workbook.read(edited(data, work), catalogue).snapshot.ratings

    assert rating == Rating(
        indicator=1,
        level=Level.MISSING,
        by_category=(
            CategoryLevel(category=Category.TRAINING, level=Level.READY),
            CategoryLevel(category=Category.SKILLS_ASSESSMENT, level=Level.MISSING),
        ),
    )


def test_a_split_is_undone_by_emptying_its_cells(catalogue):
    split = (CategoryLevel(category=Category.TRAINING, level=Level.MISSING),)
    rated = Snapshot(edition="2026-v9", ratings=(Rating(indicator=1, level=Level.MISSING, by_category=split),))
    data = workbook.write(rated, catalogue.edition("2026-v9"))

    def work(book):
        grid_cell(book, 1, "level_AF").value = None
        grid_cell(book, 1, "level").value = 1

    reading = workbook.read(edited(data, work), catalogue)

    assert reading.snapshot.ratings == (Rating(indicator=1, level=Level.READY),)
    assert reading.problems == ()


def test_without_its_technical_sheet_a_workbook_is_read_and_the_text_recognised(written, catalogue):
    reading = workbook.read(edited(written, lambda book: book.remove(book["Données"])), catalogue)

    assert reading.snapshot == FILLED
    assert [problem.message for problem in reading.problems] == [
        "La feuille « Données » manque ou a été changée : d’après ses énoncés, ce classeur suit le texte de 2026, lu avec le guide V9 (33 indicateurs) ; confirmez."
    ]
