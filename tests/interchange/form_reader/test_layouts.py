"""What people and editors make of the tables, and the same answers read from them."""

from __future__ import annotations

import copy

import pytest

from tests.interchange.form_reader.asking import answers, doubts, reading
from tests.interchange.form_reader.forge import COLUMNS, Form, W, elements, paragraph, run

ORIGINAL = reading(Form("fiche-remplie.docx"))
NOT_CONCERNED = (
    20,
    "presentation",
    "« Non concerné » : confirmez que l’indicateur 20 ne s’applique pas, avec le motif.",
)
NO_NUMBERS = (
    None,
    "file",
    "Les lignes n’ont plus leur numéro : elles ont été reconnues par leur énoncé, vérifiez-en quelques-unes.",
)
NO_STATEMENTS = (
    None,
    "file",
    "Les lignes n’ont plus leur énoncé : elles ont été reconnues par leur seul numéro, vérifiez-en quelques-unes.",
)


def header_rows(form):
    """The rows that are neither an indicator's nor a banner, by table."""
    indicators = set(form.rows.values())
    rows = [row for table in form.tables for row in table.findall(f"{W}tr")]
    return [row for row in rows if row not in indicators and len(row.findall(f"{W}tc")) > 1]


def remove(*found):
    for element in found:
        element.getparent().remove(element)


def one_table(form):
    form.into_one_table()


def one_header(form):
    form.into_one_table()
    remove(*header_rows(form)[2:])


def no_header(form):
    remove(*header_rows(form))


def no_header_in_one_table(form):
    form.into_one_table()
    remove(*header_rows(form))


def header_without_digits(form):
    remove(*header_rows(form)[1::2])


def digits_alone(form):
    remove(*header_rows(form)[::2])


def no_banner(form):
    remove(*[row for row in form.body.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == 1])


def one_table_a_row(form):
    """Twenty tables more: each row in a table of its own."""
    for row in form.rows.values():
        table = elements("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>")[0]
        form.body.insert(len(form.body) - 1, table)
        table.append(row)


def no_evidence(form):
    form.drop_column("evidence")


def no_evidence_and_no_header(form):
    form.drop_column("evidence")
    no_header(form)


def no_expected_nor_evidence(form):
    form.drop_column("evidence")
    form.drop_column("expected")


def reversed_rows(form):
    form.into_one_table()
    table = form.tables[0]
    for row in reversed(list(form.rows.values())):
        table.append(row)


def number_above_statement(form):
    """« Indicateurs » as one column: the number on its own line, then the statement."""
    for number in form.rows:
        form.cell(number, "statement").insert(1, elements(paragraph(run(str(number))))[0])
    form.drop_column("number")


def number_before_statement(form):
    for number in form.rows:
        first = form.cell(number, "statement").find(f"{W}p")
        first.insert(0, elements(run(f"Indicateur {number} : "))[0])
    form.drop_column("number")


def extra_grid_columns(form):
    """Word splits its grid when a column is dragged in one row only: cells then span several columns."""
    for row in form.rows.values():
        for column, span in (("statement", 2), ("presentation", 3)):
            cell = row.findall(f"{W}tc")[COLUMNS.index(column)]
            cell[0].append(elements(f'<w:gridSpan w:val="{span}"/>')[0])
    for row in header_rows(form):
        for cell in (row.findall(f"{W}tc")[0], row.findall(f"{W}tc")[-1]):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            if span is None:
                cell[0].append(elements('<w:gridSpan w:val="3"/>')[0])
            else:
                span.set(f"{W}val", "3")


def border_dragged(form):
    """The border between 2 and 3 dragged in the last row of each table: in all others, 3 then lies over two columns."""
    dragged = {table.findall(f"{W}tr")[-1] for table in form.tables}
    for row in (row for table in form.tables for row in table.findall(f"{W}tr")):
        cells = row.findall(f"{W}tc")
        widened = {1: -1, 5: -2, 7: -2, 8: -3 if row in dragged else -2}[len(cells)]
        _widen(cells[widened])


def _widen(cell):
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    if span is None:
        cell[0].append(elements('<w:gridSpan w:val="2"/>')[0])
    else:
        span.set(f"{W}val", str(int(span.get(f"{W}val")) + 1))


def controls_around(form):
    """What web editors do: a content control around rows, cells and tables."""
    for row in list(form.rows.values())[:10]:
        _wrap(row)
    for row in list(form.rows.values())[10:20]:
        _wrap(row.findall(f"{W}tc")[-1])
    for table in form.tables[-3:]:
        _wrap(table)


def _wrap(element):
    control = elements("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")[0]
    element.addprevious(control)
    control[1].append(element)


def bare_cells(form):
    """No properties anywhere, no grid: the least that a generator writes."""
    for tag in ("tblPr", "tblGrid", "trPr", "rPr", "tcW", "shd"):
        remove(*form.body.iterfind(f".//{W}{tag}"))


def rows_in_the_body(form):
    """Every other table came off its rows, which stand in the body itself."""
    for table in form.tables[::2]:
        for row in table.findall(f"{W}tr"):
            table.addprevious(row)
        remove(table)


def columns_moved(form):
    """The answer put before the three levels."""
    for row in [*form.rows.values(), *header_rows(form)]:
        cells = row.findall(f"{W}tc")
        levels = -4 if len(cells) > 5 else -2
        cells[levels].addprevious(cells[-1])


def other_headings(form):
    """Headings said in other words."""
    words = {
        "Indicateurs": "Indicateur",
        "Niveau attendu": "NIVEAU ATTENDU",
        "Exemples d’éléments de preuves possibles": "Exemples de preuves",
        "Votre niveau de préparation": "Votre niveau",
        "Ce que vous avez prévu de présenter à l’auditeur": "Ce que vous avez prévu de presenter a l'auditeur",
    }
    for text in form.body.iter(f"{W}t"):
        text.text = words.get(text.text, text.text)


@pytest.mark.parametrize(
    ("change", "more"),
    [
        (one_table, []),
        (one_header, []),
        (no_header, []),
        (no_header_in_one_table, []),
        (header_without_digits, []),
        (digits_alone, []),
        (no_banner, []),
        (one_table_a_row, []),
        (no_evidence, []),
        (no_evidence_and_no_header, []),
        (no_expected_nor_evidence, []),
        (reversed_rows, []),
        (number_above_statement, []),
        (number_before_statement, []),
        (extra_grid_columns, []),
        (border_dragged, []),
        (controls_around, []),
        (bare_cells, []),
        (rows_in_the_body, []),
        (columns_moved, []),
        (other_headings, []),
        (lambda form: form.drop_column("number"), [NO_NUMBERS]),
        (lambda form: form.drop_column("statement"), []),
        (lambda form: [form.drop_column(column) for column in ("statement", "expected", "evidence")], [NO_STATEMENTS]),
    ],
)
def test_answers_survive_what_is_done_to_the_tables(change, more):
    form = Form("fiche-remplie.docx")
    change(form)

    found = reading(form)

    assert answers(found) == answers(ORIGINAL)
    assert doubts(found) == [*more, NOT_CONCERNED]


def test_digits_that_slipped_from_under_their_heading_do_not_shift_the_levels():
    form = Form("fiche-remplie.docx")
    for digits in header_rows(form)[1::2]:
        digits.insert(1, copy.deepcopy(digits.findall(f"{W}tc")[0]))

    assert answers(reading(form)) == answers(ORIGINAL)
