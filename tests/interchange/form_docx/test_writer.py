"""What stands in the cells, read back with another library."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from auditblanc.domain.categories import Category
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.profile import Profile, Provider
from auditblanc.domain.snapshot import CategoryLevel, Level, Rating, Review, Snapshot
from auditblanc.interchange.enclosure import Enclosure, enclose, from_xml
from auditblanc.interchange.form_docx import FormError, FormOptions, keep, write
from auditblanc.interchange.form_layout import COLUMN_WIDTHS, HEADINGS
from auditblanc.interchange.form_reader import read


def opened(data: bytes):
    return Document(BytesIO(data))


def rows(data: bytes) -> dict[str, tuple]:
    """The eight cells of each row that bears a number."""
    every = [row for table in opened(data).tables for row in table.rows]
    return {row.cells[0].text: row.cells for row in every if row.cells[0].text.isdigit()}


def styled(cell) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in cell.paragraphs]


def form_of(edition, rating: Rating, **options) -> dict[str, tuple]:
    return rows(write(Snapshot(edition=edition.id, ratings=(rating,)), edition, FormOptions(**options)))


@pytest.fixture(scope="module")
def form(catalogue):
    return catalogue.edition("2019-v7")


@pytest.fixture(scope="module")
def text_2026(catalogue):
    return catalogue.edition("2026-v9")


@pytest.mark.parametrize(("edition", "count"), [("2019-v7", 32), ("2019-v9", 32), ("2026-v9", 33)])
def test_a_blank_form_has_a_row_for_each_indicator_and_no_answer(catalogue, edition, count):
    data = write(Snapshot(edition=edition), catalogue.edition(edition))

    found = rows(data)

    assert list(found) == [str(number) for number in range(1, count + 1)]
    assert {cell.text for cells in found.values() for cell in cells[4:]} == {""}


def test_each_criterion_has_its_table_with_banner_and_two_header_rows(form):
    tables = opened(write(Snapshot(edition=form.id), form)).tables

    assert [table.rows[0].cells[0].text for table in tables] == [
        f"Critère {criterion.number} : {criterion.title.text}" for criterion in form.criteria
    ]
    indicators, expected, examples, level, presentation = HEADINGS
    for table in tables:
        assert [cell.text for cell in table.rows[1].cells] == [
            indicators, indicators, expected, examples, level, level, level, presentation
        ]  # fmt: skip
        assert [cell.text for cell in table.rows[2].cells] == [
            indicators, indicators, expected, examples, "1", "2", "3", presentation
        ]  # fmt: skip


def test_columns_have_the_widths_of_the_founding_form(form):
    tables = opened(write(Snapshot(edition=form.id), form)).tables

    for table in tables:
        assert tuple(column.width.twips for column in table.columns) == COLUMN_WIDTHS
        assert tuple(cell.width.twips for cell in table.rows[3].cells) == COLUMN_WIDTHS


def test_the_words_of_the_form_stand_in_its_cells(form):
    third = rows(write(Snapshot(edition=form.id), form))["3"]

    indicator = form.indicator(3)
    assert third[1].text == indicator.full_statement
    assert third[2].text == indicator.expected_level.text
    assert third[3].text == indicator.evidence_examples.text


@pytest.mark.parametrize(("level", "marks"), [(1, ["X", "", ""]), (2, ["", "X", ""]), (3, ["", "", "X"])])
def test_a_level_is_a_bold_centred_cross_in_its_column(form, level, marks):
    cells = form_of(form, Rating(indicator=12, level=Level(level)))["12"]

    assert [cell.text for cell in cells[4:7]] == marks
    assert {style for cell in cells[4:7] for style, _ in styled(cell)} == {"Auditblanc – niveau"}


def test_each_line_of_an_answer_is_a_paragraph_with_its_blanks_and_tabs(form):
    answer = "Catalogue <2026> & CGV\n\n  en retrait\tpuis\ttabulé \n]]>"

    cell = form_of(form, Rating(indicator=1, presentation=answer))["1"][7]

    assert [paragraph.text for paragraph in cell.paragraphs] == answer.split("\n")


def test_a_split_level_is_the_first_line_of_the_text_cell_and_the_worst_is_ticked(form):
    split = (
        CategoryLevel(category=Category.TRAINING, level=Level.READY),
        CategoryLevel(category=Category.SKILLS_ASSESSMENT, level=Level.MISSING),
    )
    rating = Rating(indicator=5, level=Level.MISSING, by_category=split, presentation="Programmes")

    cells = form_of(form, rating)["5"]

    assert styled(cells[7]) == [
        ("Auditblanc – par catégorie", "AF : 1 · BC : 3"),
        ("Auditblanc – réponse", "Programmes"),
    ]
    assert [cell.text for cell in cells[4:7]] == ["", "", "X"]


@pytest.mark.parametrize(
    ("review", "mark"),
    [
        (Review.LOOK_AGAIN, "▲ À revoir : le guide ajoute la prévention des violences."),
        (Review.NEW, "✚ Nouveau : le guide ajoute la prévention des violences."),
        (Review.KEPT, "Repris : le guide ajoute la prévention des violences."),
    ],
)
def test_a_review_mark_stands_in_the_statement_cell_only(text_2026, review, mark):
    changes = ((12, "le guide ajoute la prévention des violences."),)

    cells = form_of(text_2026, Rating(indicator=12, review=review), changes=changes)["12"]

    assert styled(cells[1])[-1] == ("Auditblanc – à revoir", mark)
    assert [cell.text for cell in cells[4:]] == ["", "", "", ""]


def test_a_review_mark_says_what_the_edition_changed_when_nothing_else_is_given(text_2026):
    cells = form_of(text_2026, Rating(indicator=33, review=Review.NEW))["33"]

    summary = text_2026.indicator(33).change.summary
    assert styled(cells[1])[-1] == ("Auditblanc – à revoir", f"✚ Nouveau : {summary}")


def test_a_review_mark_stands_alone_when_nothing_is_known_of_the_change(form):
    cells = form_of(form, Rating(indicator=4, review=Review.LOOK_AGAIN))["4"]

    assert styled(cells[1])[-1] == ("Auditblanc – à revoir", "▲ À revoir")


@pytest.mark.parametrize(("applicable", "words"), [(False, "Déclaré non applicable"), (True, "Déclaré applicable")])
def test_a_decision_on_applicability_shows_with_its_reason(form, applicable, words):
    rating = Rating(indicator=3, applicable=applicable, reason="Aucune certification\nau catalogue.")

    statement = styled(form_of(form, rating)["3"][1])

    assert statement[-2:] == [
        ("Auditblanc – applicabilité", f"{words} : Aucune certification"),
        ("Auditblanc – applicabilité", "au catalogue."),
    ]


def test_our_own_words_are_marked_with_the_official_reference(text_2026):
    cells = form_of(text_2026, Rating(indicator=33))["33"]

    mention = ("Auditblanc – reformulation", "Reformulation d’Auditblanc – Décret n° 2026-728 du 1er août 2026")
    assert mention in styled(cells[1])
    assert cells[2].text == "Non publié (guide V10)."


def test_the_words_of_the_form_bear_no_mention_of_ours(form):
    document = opened(write(Snapshot(edition=form.id), form))

    names = {p.style.name for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs}

    assert "Auditblanc – reformulation" not in names


def test_a_part_says_for_whom_and_which_rows_and_holds_no_other(form):
    snapshot = Snapshot(edition=form.id, ratings=(Rating(indicator=1, presentation="secret"),))

    document = opened(write(snapshot, form, FormOptions(rows=(4, 7), recipient="Bob")))

    notes = [p.text for p in document.paragraphs if p.style.name == "Auditblanc – note"]
    assert notes[0] == "Partie de la fiche confiée à Bob : 2 indicateurs sur 32 (4, 7). Les autres n’y figurent pas."
    assert [len(table.rows) for table in document.tables] == [5]


def test_a_part_for_nobody_in_particular_is_still_said_to_be_one(form):
    document = opened(write(Snapshot(edition=form.id), form, FormOptions(rows=(4,))))

    notes = [p.text for p in document.paragraphs if p.style.name == "Auditblanc – note"]
    assert notes[0] == "Partie de la fiche : 1 indicateur sur 32 (4). Les autres n’y figurent pas."


def test_the_first_page_gives_the_introduction_of_the_edition(form):
    document = opened(write(Snapshot(edition=form.id), form))

    written = [p.text for p in document.paragraphs if p.style.name in {"Title", "Normal"}]
    assert written == list(form.introduction)


def test_the_first_page_says_whose_form_it_is(form):
    snapshot = Snapshot(
        edition=form.id, title="Audit de 2027", profile=Profile(provider=Provider(name="Atelier & Cie"))
    )

    document = opened(write(snapshot, form))

    notes = [p.text for p in document.paragraphs if p.style.name == "Auditblanc – note"]
    assert notes[:2] == ["Organisme : Atelier & Cie", "Évaluation : Audit de 2027"]


def test_the_document_has_a_title_and_a_language_and_nobody_s_name(form):
    properties = opened(write(Snapshot(edition=form.id, title="Alice"), form)).core_properties

    assert properties.title == f"{form.introduction[0]} – {form.title}"
    assert properties.language == "fr-FR"
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_the_footer_says_which_text_and_when_it_was_checked(form):
    footer = opened(write(Snapshot(edition=form.id), form)).sections[0].footer

    assert footer.paragraphs[0].text == f"{form.title} · Textes vérifiés le {form.checked_on:%d/%m/%Y}\tPage  sur "
    fields = footer.paragraphs[0]._p.xpath(".//w:fldSimple/@w:instr")
    assert fields == [" PAGE ", " NUMPAGES "]


def test_the_page_is_the_one_of_the_founding_form(form):
    section = opened(write(Snapshot(edition=form.id), form)).sections[0]

    assert (section.page_width.twips, section.page_height.twips) == (16838, 11906)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert {margin.twips for margin in margins} == {850}


def test_what_does_not_show_travels_in_the_custom_part(text_2026):
    rating = Rating(indicator=3, applicable=False, reason="Aucune", review=Review.KEPT, carried_from="2019-v7")
    snapshot = Snapshot(edition=text_2026.id, ratings=(rating,))

    with ZipFile(BytesIO(write(snapshot, text_2026, FormOptions(rows=(3, 4))))) as archive:
        enclosure = from_xml(archive.read("customXml/item1.xml"))

    assert enclosure == enclose(keep(snapshot, text_2026, FormOptions(rows=(3, 4))), (3, 4))


def test_a_blank_form_carries_no_answer_in_its_custom_part_either(form):
    snapshot = Snapshot(edition=form.id, ratings=(Rating(indicator=3, applicable=False, reason="Aucune"),))

    with ZipFile(BytesIO(write(snapshot, form, FormOptions(blank=True)))) as archive:
        enclosure = from_xml(archive.read("customXml/item1.xml"))

    assert enclosure == Enclosure(edition=form.id, rows=form.numbers)


def test_the_same_assessment_gives_the_same_bytes(form):
    snapshot = Snapshot(edition=form.id, ratings=(Rating(indicator=1, presentation="vu"),))

    assert write(snapshot, form) == write(snapshot, form)


def test_an_assessment_on_another_text_is_refused(form):
    with pytest.raises(FormError) as error:
        write(Snapshot(edition="2026-v9"), form)

    assert str(error.value) == "L’évaluation porte sur l’édition « 2026-v9 », la fiche sur « 2019-v7 »."


def test_the_first_page_links_to_each_criterion_that_is_printed(form):
    document = opened(write(Snapshot(edition=form.id), form, FormOptions(rows=(1, 32))))

    links = document.element.body.xpath("./w:p/w:hyperlink")
    marks = document.element.body.xpath("./w:tbl//w:bookmarkStart/@w:name")
    banners = [table.rows[0].cells[0].text for table in document.tables]
    assert [link.xpath("string(@w:anchor)") for link in links] == marks
    assert [link.xpath("string(.)") for link in links] == banners


def test_the_first_page_says_what_the_marks_mean_when_there_are_some(form):
    marked = (Rating(indicator=1, review=Review.KEPT), Rating(indicator=2, review=Review.LOOK_AGAIN))

    document = opened(write(Snapshot(edition=form.id, ratings=marked), form))

    assert (
        "Passage d’un texte à l’autre : « ▲ À revoir » : le texte a changé, relisez votre réponse ; « Repris » : votre réponse tient toujours."
        in [p.text for p in document.paragraphs]
    )


def test_proofs_are_named_under_the_answer_and_left_when_the_form_is_read_again(text_2026, catalogue):
    snapshot = Snapshot(
        edition=text_2026.id,
        ratings=(Rating(indicator=1, level=Level.READY, presentation="Le site."),),
        evidence=(
            Evidence(title="CGV", indicators=(1, 5), place="Drive"),
            Evidence(title="Devis", indicators=(1,), state=EvidenceState.DRAFT),
        ),
    )
    options = FormOptions(with_proofs=True)
    data = write(snapshot, text_2026, options)

    assert styled(rows(data)["1"][7]) == [
        ("Auditblanc – réponse", "Le site."),
        ("Auditblanc – preuve", "Preuve : CGV (Drive)"),
        ("Auditblanc – preuve", "Preuve : Devis (En préparation)"),
    ]
    assert styled(rows(data)["5"][7])[1:] == [("Auditblanc – preuve", "Preuve : CGV (Drive)")]
    reading = read(data, catalogue)
    assert (reading.snapshot.ratings, reading.problems) == (keep(snapshot, text_2026, options).ratings, ())


def test_a_blank_form_names_no_proof(text_2026):
    snapshot = Snapshot(edition=text_2026.id, evidence=(Evidence(title="CGV", indicators=(1,)),))

    assert rows(write(snapshot, text_2026, FormOptions(with_proofs=True, blank=True)))["1"][7].text == ""
