"""Tables of OpenDocument texts on their grid. Section 9 of OpenDocument 1.2, part 1."""

from __future__ import annotations

import pytest

from auditblanc.interchange.form_reader.grid import Table
from auditblanc.interchange.problems import UnreadableFileError
from tests.interchange.form_reader.odt_packages import document, grid, row

CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def places(rows: str) -> list[list[tuple[int, int, str, bool]]]:
    """Column, span, text and « continues the cell above » of the cells of one table."""
    (table,) = document(f"<table:table>{rows}</table:table>").tables
    return [[(cell.column, cell.span, cell.text, cell.is_covered) for cell in each] for each in table.rows]


def test_rows_and_cells_are_in_their_order():
    assert grid(row("1", "a", "X") + row("2", "b", "")) == [["1", "a", "X"], ["2", "b", ""]]


def test_header_rows_and_groups_of_rows_are_entered():
    rows = (
        f"<table:table-columns><table:table-column/></table:table-columns>"
        f"<table:table-header-rows>{row('en-tête')}</table:table-header-rows>"
        f"<table:table-row-group><table:table-rows>{row('dedans')}</table:table-rows></table:table-row-group>"
    )

    assert grid(rows) == [["en-tête"], ["dedans"]]


def test_a_cell_holds_its_paragraphs_one_a_line():
    inside = "<text:p>un</text:p><text:p/><text:list><text:list-item><text:p>deux</text:p></text:list-item></text:list>"

    assert grid(f"<table:table-row><table:table-cell>{inside}</table:table-cell></table:table-row>") == [["un\n\ndeux"]]


def test_a_cell_over_columns_is_one_cell():
    banner = '<table:table-cell table:number-columns-spanned="2"><text:p>Critère</text:p></table:table-cell>'
    rows = f"<table:table-row>{banner}<table:covered-table-cell/>{CELL.format('X')}</table:table-row>"

    assert places(rows) == [[(0, 2, "Critère", False), (2, 1, "X", False)]]


def test_covered_cells_that_an_editor_did_not_write_are_made_up_for():
    banner = '<table:table-cell table:number-columns-spanned="2"><text:p>Critère</text:p></table:table-cell>'

    assert places(f"<table:table-row>{banner}{CELL.format('X')}</table:table-row>") == [
        [(0, 2, "Critère", False), (2, 1, "X", False)]
    ]


def test_a_cell_over_rows_continues_in_those_below():
    tall = '<table:table-cell table:number-rows-spanned="3"><text:p>5</text:p></table:table-cell>'
    below = f"<table:table-row><table:covered-table-cell/>{CELL.format('b')}</table:table-row>"

    assert places(f"<table:table-row>{tall}{CELL.format('a')}</table:table-row>{below}{below}{row('6', 'c')}") == [
        [(0, 1, "5", False), (1, 1, "a", False)],
        [(0, 1, "", True), (1, 1, "b", False)],
        [(0, 1, "", True), (1, 1, "b", False)],
        [(0, 1, "6", False), (1, 1, "c", False)],
    ]


def test_a_cell_over_rows_and_columns_continues_as_wide():
    wide = (
        '<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2"><text:p>Indicateurs</text:p>'
        "</table:table-cell><table:covered-table-cell/>"
    )
    below = '<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>{}</table:table-row>'
    rows = f"<table:table-row>{wide}{CELL.format('Niveau')}</table:table-row>{below.format(CELL.format('1'))}"

    assert places(rows) == [
        [(0, 2, "Indicateurs", False), (2, 1, "Niveau", False)],
        [(0, 2, "", True), (2, 1, "1", False)],
    ]


def test_cells_and_rows_may_be_repeated():
    blank = '<table:table-cell table:number-columns-repeated="3"/>'
    rows = f'<table:table-row table:number-rows-repeated="2">{CELL.format("7")}{blank}</table:table-row>{row("8")}'

    assert places(rows) == [
        [(0, 1, "7", False), (1, 1, "", False), (2, 1, "", False), (3, 1, "", False)],
        [(0, 1, "7", False), (1, 1, "", False), (2, 1, "", False), (3, 1, "", False)],
        [(0, 1, "8", False)],
    ]


@pytest.mark.parametrize("count", ["0", "-1", "deux", ""])
def test_a_count_that_is_none_is_one(count):
    cell = (
        f'<table:table-cell table:number-columns-repeated="{count}" table:number-columns-spanned="{count}" '
        f'table:number-rows-spanned="{count}"><text:p>7</text:p></table:table-cell>'
    )

    assert places(f'<table:table-row table:number-rows-repeated="{count}">{cell}</table:table-row>') == [
        [(0, 1, "7", False)]
    ]


def test_cells_that_lost_their_row_or_stand_in_something_else_are_told():
    strange = f"<table:inconnu><table:table-row><table:inconnu>{CELL.format('b')}</table:inconnu></table:table-row></table:inconnu>"

    assert grid(f"{CELL.format('a')}{strange}{row('1', '2')}") == [["a"], ["b"], ["1", "2"]]


def test_a_row_without_cells_is_no_row():
    assert grid(f"<table:table-row/>{row('1')}") == [["1"]]


@pytest.mark.parametrize(
    ("colour", "fill"),
    [
        ("#92d050", "92D050"),
        ("#FFFF00", "FFFF00"),
        ("#ffffff", ""),
        ("transparent", ""),
        ("", ""),
        ("red", ""),
        ("#12", ""),
    ],
)
def test_a_cell_has_the_colour_of_its_style(colour, fill):
    automatic = (
        '<style:style style:name="A1" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="{colour}"/></style:style>'
    )
    body = (
        '<table:table><table:table-row><table:table-cell table:style-name="A1"><text:p/></table:table-cell>'
        "</table:table-row></table:table>"
    )

    (table,) = document(body, automatic=automatic).tables

    assert [cell.fill for cell in table.rows[0]] == [fill]


def test_a_table_inside_a_cell_is_flattened():
    inner = f"<table:table>{row('Preuve', 'Date')}{row('', '')}{row('Livret', '<text:line-break/>2026')}</table:table>"
    rows = f"<table:table-row><table:table-cell><text:p>Voir</text:p>{inner}</table:table-cell></table:table-row>"

    assert grid(rows) == [["Voir\nPreuve\tDate\nLivret\t2026"]]


def test_tables_stand_among_paragraphs_in_their_order():
    body = f"<text:p>avant</text:p><table:table>{row('1')}</table:table><text:section><table:table>{row('2')}</table:table></text:section><text:p>après</text:p>"

    blocks = document(body).blocks

    assert [block.rows[0][0].text if isinstance(block, Table) else block.text for block in blocks] == [
        "avant",
        "1",
        "2",
        "après",
    ]


def test_a_table_in_a_frame_is_a_table_of_the_document():
    """LibreOffice 7.6 and later keep so the tables that Word lets text flow around."""
    inner = f"<table:table>{row('dans une cellule')}</table:table>"
    framed = (
        f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row></table:table>"
    )

    read = document(f"<text:p>avant<draw:frame><draw:text-box>{framed}<text:p/></draw:text-box></draw:frame></text:p>")

    assert [block.text for block in read.blocks if not isinstance(block, Table)] == ["avant"]
    assert [[cell.text for cell in each] for table in read.tables for each in table.rows] == [["dans une cellule"]]


@pytest.mark.parametrize(
    "rows",
    [
        row("1") * 2_001,
        f'<table:table-row table:number-rows-repeated="1048576">{CELL.format("")}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="{"9" * 400}"/>',
    ],
    ids=["written", "repeated", "repeated beyond numbers"],
)
def test_too_many_rows_are_refused(rows):
    with pytest.raises(UnreadableFileError, match="plus de 2000 lignes"):
        grid(rows)


@pytest.mark.parametrize(
    "cells",
    [
        CELL.format("") * 101,
        '<table:table-cell table:number-columns-repeated="16384"/>',
        '<table:table-cell table:number-columns-spanned="16384"/>',
        '<table:covered-table-cell table:number-columns-repeated="16384"/>',
    ],
    ids=["written", "repeated", "spanned", "covered"],
)
def test_too_many_columns_are_refused(cells):
    with pytest.raises(UnreadableFileError, match="plus de 100 colonnes"):
        grid(f"<table:table-row>{cells}</table:table-row>")
