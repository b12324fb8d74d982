"""Every doubt is an indicator, a cell and a sentence; what a person typed is in the assessment or in a sentence."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from openpyxl.comments import Comment

from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Evidence
from auditblanc.domain.profile import Activity, Audit, Certificate, LastAudit, Profile
from auditblanc.domain.snapshot import Level, Rating, Snapshot
from auditblanc.interchange import workbook
from auditblanc.interchange.problems import Cell, UnreadableFileError
from tests.interchange.workbook.person import HEADING_ROW, answer, blank, edited, fill, grid_cell


def read(data, catalogue):
    reading = workbook.read(data, catalogue)
    return reading.snapshot, [(problem.indicator, problem.cell, problem.message) for problem in reading.problems]


def typed(indicator, key, value):
    """Type one value in the grid."""

    def work(book):
        grid_cell(book, indicator, key).value = value

    return work


@pytest.mark.parametrize(
    ("key", "value", "cell", "message"),
    [
        (
            "level",
            "1 ou 2",
            Cell.LEVEL,
            "Feuille « Grille », cellule G8 : « 1 ou 2 » n’est pas une des réponses possibles (« 1 – Prêt : tous les éléments », « 2 – Partiel : il en manque », « 3 – Manquant : aucun élément »).",
        ),
        (
            "effort",
            "longtemps",
            Cell.ROW,
            "Feuille « Grille », cellule L8 : « longtemps » n’est pas une des réponses possibles (« 15 minutes », « 1 heure », « 1 journée »).",
        ),
        (
            "applicable",
            "Non",
            Cell.ROW,
            "Vous décidez « Ne s’applique pas » sans motif : la décision n’est pas retenue, écrivez son motif.",
        ),
        (
            "reason",
            "Pas de CFA",
            Cell.ROW,
            "Un motif est écrit sans décision, il n’est pas retenu : « Pas de CFA ».",
        ),
        (
            "statement",
            "Vous faites de votre mieux.",
            Cell.STATEMENT,
            "Feuille « Grille », cellule D8 : le texte du référentiel (« Énoncé ») a été changé ; il n’est pas repris. On y lit : « Vous faites de votre mieux. ».",
        ),
        (
            "expected_level",
            "Rien",
            Cell.STATEMENT,
            "Feuille « Grille », cellule E8 : le texte du référentiel (« Niveau attendu ») a été changé ; il n’est pas repris. On y lit : « Rien ».",
        ),
        (
            "computed",
            "Pas pour nous",
            Cell.ROW,
            "Feuille « Grille », cellule I8 : la réponse calculée a été changée, elle n’est pas lue ; pour en décider autrement, servez-vous de la colonne suivante. On y lit : « Pas pour nous ».",
        ),
    ],
)
def test_a_cell_that_is_not_understood_is_quoted(key, value, cell, message, catalogue):
    snapshot, problems = read(edited(blank(catalogue), typed(5, key, value)), catalogue)

    assert snapshot.ratings == ()
    assert problems == [(5, cell, message)]


def test_a_formula_gives_its_last_value_and_a_doubt(catalogue):
    rated = Snapshot(edition="2026-v9", ratings=(Rating(indicator=5, level=Level.READY),))
    data = workbook.write(rated, catalogue.edition("2026-v9"))
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet2.xml").decode()
    start = sheet.index('<c r="G8"')
    end = sheet.index("</c>", start)
    formula = sheet[:start] + '<c r="G8" t="n"><f>1+1</f><v>2</v>' + sheet[end:]

    snapshot, problems = read(replaced(data, "xl/worksheets/sheet2.xml", formula), catalogue)

    assert snapshot.rating(5).level is Level.PARTIAL
    assert problems == [
        (
            5,
            Cell.LEVEL,
            "Feuille « Grille », cellule G8 : une formule s’y trouve, sa dernière valeur « 2 » est lue ; vérifiez-la.",
        )
    ]


def replaced(data, name, content):
    """A workbook with one of its parts replaced, or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.namelist():
            if entry != name:
                target.writestr(entry, source.read(entry))
        target.writestr(name, content)
    return buffer.getvalue()


def test_a_deleted_row_is_said(catalogue):
    data = edited(blank(catalogue), lambda book: book["Grille"].delete_rows(HEADING_ROW + 5))

    _, problems = read(data, catalogue)

    assert problems == [
        (
            5,
            Cell.ROW,
            "La ligne de l’indicateur 5 n’est plus dans la feuille « Grille » : il est lu comme non évalué.",
        )
    ]


def test_a_row_that_is_no_indicator_is_quoted(catalogue):
    def work(book):
        book["Grille"].cell(40, 2).value = 55
        book["Grille"].cell(40, 8).value = "Fiche 55"
        book["Grille"].cell(42, 8).value = "à classer"

    _, problems = read(edited(blank(catalogue), work), catalogue)

    assert problems == [
        (
            None,
            Cell.ROW,
            "La ligne 40 de la grille ne correspond à aucun indicateur de ce texte. Tapé : N° : « 55 » ; Ce que vous avez prévu de présenter à l’auditeur : « Fiche 55 ».",
        ),
        (
            None,
            Cell.ROW,
            "La ligne 42 de la grille ne correspond à aucun indicateur de ce texte. Tapé : Ce que vous avez prévu de présenter à l’auditeur : « à classer ».",
        ),
    ]


def test_a_row_that_stands_twice_keeps_its_first_answers_and_quotes_the_others(catalogue):
    def work(book):
        sheet = book["Grille"]
        for place in range(1, 8):
            sheet.cell(40, place).value = sheet.cell(HEADING_ROW + 5, place).value
        grid_cell(book, 5, "level").value = 1
        sheet.cell(40, 7).value = 3

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.rating(5).level is Level.READY
    assert problems == [
        (
            5,
            Cell.ROW,
            "La ligne 40 de la grille répète l’indicateur 5, déjà lu plus haut. Tapé : Votre niveau de préparation : « 3 ».",
        )
    ]


def test_of_a_row_that_stands_twice_the_filled_one_is_read(catalogue):
    def work(book):
        sheet = book["Grille"]
        for place in range(1, 7):
            sheet.cell(40, place).value = sheet.cell(HEADING_ROW + 5, place).value
        sheet.cell(40, 7).value = 3

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.rating(5).level is Level.MISSING
    assert problems == []


@pytest.mark.parametrize(("number", "said"), [(9, "« 9 »"), (None, "vide"), ("?", "« ? »")])
def test_a_row_whose_number_was_changed_is_known_by_its_text(number, said, catalogue):
    def work(book):
        grid_cell(book, 9, "presentation").value = "neuf"
        grid_cell(book, 5, "presentation").value = "cinq"
        grid_cell(book, 5, "number").value = number

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert [(rating.indicator, rating.presentation) for rating in snapshot.ratings] == [(5, "cinq"), (9, "neuf")]
    assert problems == [
        (
            5,
            Cell.ROW,
            f"Feuille « Grille », ligne 8 : le numéro est {said} mais le texte est celui de l’indicateur 5 ; la ligne est lue comme l’indicateur 5, vérifiez-la.",
        )
    ]


@pytest.mark.parametrize("number", ["5", "5.", "Indicateur 5", "n° 5", 5.0])
def test_a_number_may_be_written_in_words(number, catalogue):
    def work(book):
        grid_cell(book, 5, "presentation").value = "cinq"
        grid_cell(book, 5, "number").value = number

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.ratings == (Rating(indicator=5, presentation="cinq"),)
    assert problems == []


def test_the_level_follows_from_its_split(catalogue):
    both = (Activity(category=Category.TRAINING), Activity(category=Category.SKILLS_ASSESSMENT))
    data = workbook.write(Snapshot(edition="2026-v9", profile=Profile(activities=both)), catalogue.edition("2026-v9"))

    def work(book):
        grid_cell(book, 5, "level").value = 1
        grid_cell(book, 5, "level_AF").value = 1
        grid_cell(book, 5, "level_BC").value = 2

    snapshot, problems = read(edited(data, work), catalogue)

    assert snapshot.rating(5).level is Level.PARTIAL
    assert problems == [
        (
            5,
            Cell.LEVEL,
            "Le niveau écrit (« 1 – Prêt : tous les éléments ») n’est pas le moins bon des niveaux par catégorie (« 2 – Partiel : il en manque ») : ce dernier est retenu.",
        )
    ]


def test_a_column_of_ones_own_is_quoted(catalogue):
    def work(book):
        for name in ("Grille", "Preuves"):
            book[name].cell(HEADING_ROW, 20).value = "Remarques"
            book[name].cell(HEADING_ROW + 5, 20).value = "voir Paul"

    _, problems = read(edited(blank(catalogue), work), catalogue)

    sentence = "cellule T8 : la colonne « Remarques » n’est pas du classeur ; on y lit : « voir Paul »."
    assert problems == [
        (5, Cell.ROW, f"Feuille « Grille », {sentence}"),
        (None, Cell.ROW, f"Feuille « Preuves », {sentence}"),
    ]


def test_what_is_written_around_the_tables_is_quoted(catalogue):
    def work(book):
        book["Grille"].cell(1, 5).value = "vu le 3 mai"
        book["Lisez-moi"].cell(60, 1).value = "Appeler Paul"
        book["Profil"].cell(90, 1).value = "Autre question"
        book["Profil"].cell(90, 2).value = "Autre réponse"
        book.create_sheet("Feuil1")["B2"] = "brouillon"

    _, problems = read(edited(blank(catalogue), work), catalogue)

    assert [message for _, _, message in problems] == [
        "Feuille « Profil », cellule B90 : la question « Autre question » n’est pas du classeur, ou y est deux fois ; on y répond : « Autre réponse ».",
        "Feuille « Profil », cellule A90 : ce texte n’est pas du classeur : « Autre question ».",
        "Feuille « Grille », cellule E1 : ce texte au-dessus des titres n’est pas lu : « vu le 3 mai ».",
        "Feuille « Feuil1 », cellule B2 : cette feuille n’est pas du classeur ; on y lit : « brouillon ».",
        "Feuille « Lisez-moi », cellule A60 : ce texte n’est pas du classeur ; on y lit : « Appeler Paul ».",
    ]


def test_comments_and_merged_cells_are_said(catalogue):
    def work(book):
        grid_cell(book, 5, "level").comment = Comment("à demander", "Paul")
        book["Grille"].merge_cells("H8:H9")

    _, problems = read(edited(blank(catalogue), work), catalogue)

    assert problems == [
        (
            5,
            Cell.FILE,
            "Feuille « Grille », cellule G8 : un commentaire y est attaché, il n’est pas repris : « à demander ».",
        ),
        (
            5,
            Cell.FILE,
            "Feuille « Grille » : des cellules sont fusionnées à partir de H8, leur contenu n’est lu que là ; vérifiez les lignes voisines.",
        ),
    ]


def test_macros_and_links_are_said(catalogue):
    data = replaced(blank(catalogue), "xl/vbaProject.bin", b"x")
    data = replaced(data, "xl/externalLinks/externalLink1.xml", b"x")

    _, problems = read(data, catalogue)

    assert [message for _, _, message in problems] == [
        "Ce classeur contient des macros : elles ne sont ni lues ni exécutées.",
        "Ce classeur renvoie à d’autres classeurs : ces liens ne sont pas suivis.",
    ]


def test_a_deleted_sheet_and_a_deleted_column_are_said(catalogue):
    def work(book):
        del book["Preuves"]
        book["Grille"].delete_cols(8)

    _, problems = read(edited(blank(catalogue), work), catalogue)

    assert [message for _, _, message in problems] == [
        "Feuille « Grille » : la colonne « Ce que vous avez prévu de présenter à l’auditeur » n’est plus là, ou son titre a été changé.",
        "La feuille « Preuves » n’est plus dans le classeur, ou ses titres de colonnes ont été effacés.",
    ]


def test_unreadable_characters_are_quoted_without_them(catalogue):
    snapshot, problems = read(edited(blank(catalogue), typed(5, "presentation", "a_x0001_b_xD83D_")), catalogue)

    assert snapshot.ratings == ()
    assert problems == [
        (
            5,
            Cell.PRESENTATION,
            "Feuille « Grille », cellule H8 : Le texte contient un caractère illisible (code U+0001) : effacez-le et ressaisissez ce passage. Texte tapé : « ab ».",
        )
    ]


def test_line_breaks_pasted_from_word_are_kept(catalogue):
    snapshot, problems = read(edited(blank(catalogue), typed(5, "presentation", "a_x000B_b_x000D_\nc")), catalogue)

    assert snapshot.rating(5).presentation == "a\nb\nc"
    assert problems == []


def test_proofs_that_miss_something_are_quoted(catalogue):
    def work(book):
        fill(book, "Preuves", 1, title="Registre", place="Classeur", indicators="tous")
        fill(book, "Preuves", 2, indicators="5", holder="Paul")
        fill(book, "Preuves", 3, title="Plan", indicators="5 ; 60", content_date="bientôt")

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.evidence == (Evidence(title="Plan", indicators=(5, 60)),)
    assert [message for _, _, message in problems] == [
        "Feuille « Preuves », cellule B4 : « tous » n’est pas une liste de numéros d’indicateurs, comme « 1 ; 5 ; 12 ».",
        "Ligne 4 des preuves : la preuve ne cite aucun indicateur lisible, elle n’est pas retenue. Tapé : Preuve : « Registre » ; Indicateurs : « tous » ; Où elle se trouve : « Classeur ».",
        "Ligne 5 des preuves : la preuve n’a pas de titre, elle n’est pas retenue. Tapé : Indicateurs : « 5 » ; Qui la détient : « Paul ».",
        "La preuve « Plan » cite l’indicateur 60, que ce texte n’a pas : vérifiez.",
        "Feuille « Preuves », cellule D6 : « bientôt » n’est pas une date lisible : écrivez-la comme 12/09/2026.",
    ]


def test_sites_and_gaps_that_cannot_stand_are_quoted(catalogue):
    def work(book):
        fill(book, "Sites", 1, name="Lyon", is_central_function="Oui")
        fill(book, "Sites", 2, name="Lyon", address="Ailleurs")
        fill(book, "Sites", 3, name="Brest", is_central_function="Oui")
        fill(book, "Sites", 4, address="Sans nom")
        fill(book, "Écarts", 1, indicator=5, gravity="majeur")
        fill(book, "Écarts", 2, indicator=5, gravity="mineur")
        fill(book, "Écarts", 3, gravity="mineur", words="lequel ?")
        fill(book, "Écarts", 4, indicator=6, words="grave ?")

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert [(site.name, site.is_central_function) for site in snapshot.profile.sites] == [
        ("Lyon", True),
        ("Brest", False),
    ]
    assert [finding.indicator for finding in snapshot.profile.last_audit.findings] == [5]
    assert [message for _, _, message in problems] == [
        "Deux sites portent le nom « Lyon » : le second n’est pas retenu, distinguez-les. Tapé : Site : « Lyon » ; Adresse : « Ailleurs ».",
        "Deux sites portent la fonction centrale : « Lyon » la garde, « Brest » la perd ; n’en indiquez qu’un.",
        "Un site n’a pas de nom : donnez-lui un nom, par exemple sa ville. Tapé : Adresse : « Sans nom ».",
        "Deux écarts portent sur l’indicateur 5 : réunissez-les, le second n’est pas retenu. Tapé : Indicateur : « 5 » ; Gravité : « mineur ».",
        "Ligne 6 des écarts : il manque l’indicateur, l’écart n’est pas retenu. Tapé : Gravité : « mineur » ; Ce que dit le rapport : « lequel ? ».",
        "Ligne 7 des écarts : il manque la gravité, l’écart n’est pas retenu. Tapé : Indicateur : « 6 » ; Ce que dit le rapport : « grave ? ».",
    ]


@pytest.mark.parametrize(
    ("answers", "profile", "messages"),
    [
        (
            {"Premier jour de l’audit": "12/09/2026", "Dernier jour de l’audit": "11/09/2026"},
            Profile(audit=Audit()),
            [
                "Le dernier jour d’audit précède le premier : corrigez l’une des deux dates. Tapé : Premier jour de l’audit : « 12/09/2026 » ; Dernier jour de l’audit : « 11/09/2026 »."
            ],
        ),
        (
            {"Organisme certificateur": "Certif"},
            Profile(),
            [
                "Feuille « Profil », cellule B37 : le certificat n’a pas de date d’obtention, on ne retient pas « Certif »."
            ],
        ),
        (
            {"BC : êtes-vous nouvel entrant ?": "oui"},
            Profile(),
            [
                "Profil : vous êtes nouvel entrant pour BC, sans dire que vous délivrez cette catégorie ; elle n’est pas retenue, confirmez."
            ],
        ),
        (
            {"Avez-vous déjà eu un audit ?": "non", "Indicateurs qui n’y ont pas été audités": "3"},
            Profile(last_audit=LastAudit(skipped=(3,))),
            ["Profil : vous répondez n’avoir jamais eu d’audit, mais un audit est décrit ; il est retenu, confirmez."],
        ),
        (
            {"Date du dernier audit": "12/09/1926"},
            Profile(last_audit=LastAudit()),
            [
                "La date 12/09/1926 n’est pas vraisemblable : corrigez l’année. Tapé : Date du dernier audit : « 12/09/1926 »."
            ],
        ),
    ],
    ids=["days", "certificate", "new entrant", "audit", "year"],
)
def test_answers_that_cannot_stand_together_are_quoted(answers, profile, messages, catalogue):
    def work(book):
        for question, value in answers.items():
            answer(book, question, value)

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.profile == profile
    assert [message for _, _, message in problems] == messages


def test_a_certificate_that_ends_before_it_begins_keeps_its_beginning(catalogue):
    def work(book):
        answer(book, "Certificat obtenu le", "12/09/2026")
        answer(book, "Certificat valable jusqu’au", "12/09/2025")

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.profile.certificate == Certificate(decided_on=date(2026, 9, 12))
    assert [message for _, _, message in problems] == [
        "Le certificat expire avant d’avoir été obtenu : corrigez l’une des deux dates. Tapé : Certificat obtenu le : « 12/09/2026 » ; Certificat valable jusqu’au : « 12/09/2025 »."
    ]


def test_a_certificate_of_another_century_is_quoted(catalogue):
    def work(book):
        answer(book, "Certificat obtenu le", "12/09/1926")
        answer(book, "Numéro du certificat", "QX-1")

    snapshot, problems = read(edited(blank(catalogue), work), catalogue)

    assert snapshot.profile.certificate is None
    assert [message for _, _, message in problems] == [
        "La date 12/09/1926 n’est pas vraisemblable : corrigez l’année. Tapé : Certificat obtenu le : « 12/09/1926 » ; Numéro du certificat : « QX-1 »."
    ]


def test_a_text_corrected_since_is_told_from_one_changed_by_hand(catalogue):
    edition = catalogue.edition("2026-v9")
    first = edition.indicators[0]
    corrected = replace(first, statement=replace(first.statement, official="Texte publié depuis."))
    older = replace(edition, indicators=(corrected, *edition.indicators[1:]))
    data = workbook.write(Snapshot(edition="2026-v9"), older)

    _, problems = read(data, catalogue)

    assert problems == [
        (
            None,
            Cell.FILE,
            "Les textes du référentiel ont été corrigés depuis que ce classeur a été écrit : ceux d’aujourd’hui sont repris.",
        )
    ]


@pytest.mark.parametrize("key", ["presentation", "reason", "level", "title"])
def test_a_cell_beyond_every_limit_is_refused_with_its_indicator(key, catalogue):
    data = edited(blank(catalogue), typed(5, key, "x" * 20_001))

    if key == "title":
        assert read(data, catalogue)[1][0][:2] == (5, Cell.STATEMENT)
        return
    with pytest.raises(UnreadableFileError) as caught:
        workbook.read(data, catalogue)

    place = {"presentation": "H8", "reason": "K8", "level": "G8"}[key]
    assert (
        str(caught.value)
        == f"Indicateur 5, feuille « Grille », cellule {place} : le texte compte 20001 caractères, la limite est de 20 000 ; raccourcissez-le ou joignez un document, puis réessayez."
    )


def test_a_technical_sheet_that_was_scribbled_on_is_read_as_far_as_it_can_be(catalogue):
    rated = Snapshot(edition="2026-v9", ratings=(Rating(indicator=5, level=Level.READY),))

    def work(book):
        for row in book["Données"].iter_rows(min_row=4):
            if row[1].value != "édition":
                row[2].value = "n’importe quoi"

    snapshot, problems = read(edited(workbook.write(rated, catalogue.edition("2026-v9")), work), catalogue)

    assert snapshot == rated
    assert len(problems) == 1
