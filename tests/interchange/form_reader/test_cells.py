"""Cells split, merged, added or deleted in one row: read where that is sure, asked about where it is not."""

from __future__ import annotations

import pytest

from tests.interchange.form_reader.asking import answers, doubts, reading
from tests.interchange.form_reader.forge import COLUMNS, Form, W, copy_of, elements, merge_down, paragraph, run

RAGGED = "La ligne a moins de cellules que le tableau : vérifiez que chaque réponse est dans sa colonne."
COVERED = "Cette cellule est fusionnée avec celle de la ligne du dessus, qui a gardé ce qui y est écrit : dites ce qui vaut pour cet indicateur."


def test_answer_split_into_two_cells_is_one_answer():
    """Word splits a cell by adding a row where all others go on from the row above."""
    form = Form()
    form.fill(12, "presentation", "Procédure d’abandon")
    form.fill(12, "2", "X")
    row = form.rows[12]
    below = copy_of(row)
    row.addnext(below)
    for above, cell in list(zip(row.findall(f"{W}tc"), below.findall(f"{W}tc"), strict=True))[:-1]:
        merge_down(above, restart=True)
        merge_down(cell)
        cell[1:] = elements(paragraph())
    below.findall(f"{W}tc")[-1][1:] = elements(paragraph(run("Relance à J+7")))

    found = reading(form)

    assert answers(found) == {12: (2, "Procédure d’abandon\nRelance à J+7")}
    assert doubts(found) == []


def test_answer_merged_over_two_rows_stays_with_the_first():
    form = Form()
    form.fill(10, "presentation", "Un texte pour les deux")
    merge_down(form.cell(10, "presentation"), restart=True)
    merge_down(form.cell(11, "presentation"))

    found = reading(form)

    assert answers(found) == {10: (None, "Un texte pour les deux")}
    assert doubts(found) == [(11, "presentation", COVERED)]


def test_box_merged_over_two_rows_stays_with_the_first():
    form = Form()
    form.fill(10, "1", "X")
    merge_down(form.cell(10, "1"), restart=True)
    merge_down(form.cell(11, "1"))

    found = reading(form)

    assert answers(found) == {10: (1, "")}
    assert doubts(found) == [(11, "level", COVERED)]


@pytest.mark.parametrize("column", COLUMNS[:4])
def test_row_without_one_printed_cell_keeps_its_answers(column):
    form = Form()
    form.fill(12, "3", "X")
    form.fill(12, "presentation", "Rien de prêt")
    cell = form.cell(12, column)
    cell.getparent().remove(cell)

    found = reading(form)

    assert answers(found) == {12: (3, "Rien de prêt")}
    assert (12, "row", RAGGED) in doubts(found)


def test_row_without_one_box_is_doubtful():
    form = Form()
    form.fill(12, "presentation", "Rien de prêt")
    row = form.rows[12]
    row.remove(form.cell(12, "1"))

    found = reading(form)

    assert (12, "row", RAGGED) in doubts(found)
    assert "Rien de prêt" in str(found)


def test_column_added_on_the_right_is_quoted():
    form = Form()
    form.rows[12].append(elements(f"<w:tc><w:tcPr/>{paragraph(run('Sophie, mars'))}</w:tc>")[0])

    assert doubts(reading(form)) == [
        (
            12,
            "row",
            "Une cellule hors des colonnes de la fiche porte un texte, à reprendre à la main : « Sophie, mars ».",
        )
    ]


def test_row_that_starts_further_right_is_read_in_its_columns():
    form = Form()
    form.fill(12, "3", "X")
    row = form.rows[12]
    row.remove(form.cell(12, "number"))
    row.insert(0, elements('<w:trPr><w:gridBefore w:val="1"/></w:trPr>')[0])

    found = reading(form)

    assert answers(found) == {12: (3, "")}
    assert doubts(found) == [
        (
            12,
            "row",
            "La ligne n’a pas de numéro : elle a été reconnue par son énoncé, vérifiez que c’est le bon indicateur.",
        )
    ]


def in_a_control(cell, properties=""):
    """Word puts a control around a cell when it is inserted in an empty one."""
    control = elements(f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent/></w:sdt>")[0]
    cell.addprevious(control)
    control[1].append(cell)


@pytest.mark.parametrize(("glyph", "level"), [("☒", 3), ("☐", None)])
def test_box_whose_control_is_around_the_cell_is_read(glyph, level):
    form = Form()
    form.fill(12, "3", glyph)
    in_a_control(form.cell(12, "3"), f'<w14:checkbox><w14:checked w14:val="{int(glyph == "☒")}"/></w14:checkbox>')

    found = reading(form)

    assert (found.snapshot.rating(12).level, doubts(found)) == (level, [])


def test_cell_that_still_invites_to_type_is_empty_and_keeps_its_place():
    form = Form()
    form.fill(12, "2", "Choisissez un élément.")
    form.fill(12, "3", "X")
    in_a_control(form.cell(12, "2"), "<w:showingPlcHdr/>")

    found = reading(form)

    assert (found.snapshot.rating(12).level, doubts(found)) == (3, [])


def test_cell_of_alternatives_is_read_once():
    form = Form()
    old, new = paragraph(run("ancien")), paragraph(run("nouveau"))
    form.fill(
        12,
        "presentation",
        f'<mc:AlternateContent><mc:Choice Requires="w14">{new}</mc:Choice><mc:Choice Requires="v">{old}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>",
    )

    assert answers(reading(form)) == {12: (None, "nouveau")}


def test_properties_before_a_tracked_change_do_not_count():
    form = Form()
    form.fill(12, "3", "X")
    change = '<w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="3"/><w:shd w:fill="FF0000"/></w:tcPr></w:tcPrChange>'
    form.cell(12, "2")[0].extend(elements(change))

    assert answers(reading(form)) == {12: (3, "")}


def test_words_typed_in_a_heading_are_quoted():
    form = Form()
    header = form.tables[0].findall(f"{W}tr")[1]
    header.findall(f"{W}tc")[-1].extend(elements(paragraph(run("(à remplir par Léa)"))))

    assert doubts(reading(form)) == [
        (
            None,
            "row",
            "Une ligne du tableau ne correspond à aucun indicateur, elle est à reprendre à la main : « Ce que vous avez prévu de présenter à l’auditeur / (à remplir par Léa) ».",
        )
    ]


def test_words_typed_in_a_covered_heading_are_quoted():
    """The second row of the header, below a merged cell: nobody sees it, but it may hold words."""
    form = Form()
    header = form.tables[0].findall(f"{W}tr")[2]
    header.findall(f"{W}tc")[-1].extend(elements(paragraph(run("avant juin"))))

    assert doubts(reading(form)) == [
        (
            None,
            "row",
            "Une ligne du tableau ne correspond à aucun indicateur, elle est à reprendre à la main : « avant juin ».",
        )
    ]


def test_row_of_no_indicator_is_quoted_whole():
    form = Form()
    row = copy_of(form.rows[12])
    for cell, text in zip(row.findall(f"{W}tc"), ("", "Notre indicateur", "", "", "X", "", "", "Charte"), strict=True):
        cell[1:] = elements(paragraph(run(text)))
    form.rows[12].addnext(row)

    assert doubts(reading(form)) == [
        (
            None,
            "row",
            "Une ligne du tableau ne correspond à aucun indicateur, elle est à reprendre à la main : « Notre indicateur | X | Charte ».",
        )
    ]


def test_blank_rows_say_nothing():
    form = Form()
    row = copy_of(form.rows[12])
    for cell in row.findall(f"{W}tc"):
        cell[1:] = elements(paragraph())
    form.rows[12].addnext(row)

    assert doubts(reading(form)) == []
