"""What is done to tables, their headers and their columns."""

from __future__ import annotations

import copy

from tests.interchange.form_mutations.draft import (
    Draft,
    NoTargetError,
    W,
    cells_of,
    is_indicator,
    made,
    remove,
    text_of,
    wrapped,
)

_COLUMNS = 8


def delete_table(draft: Draft) -> None:
    draft.body.remove(draft.pick(draft.tables))


def duplicate_table(draft: Draft) -> None:
    table = draft.pick(draft.tables)
    table.addnext(copy.deepcopy(table))


def swap_tables(draft: Draft) -> None:
    one, other = draft.pick(draft.tables), draft.pick(draft.tables)
    if one is other:
        raise NoTargetError
    _swapped(one, other, made("<w:tbl/>"))


def split_table(draft: Draft) -> None:
    """The rows below one go to a new table without header."""
    _split(draft, with_header=False)


def split_table_under_a_header(draft: Draft) -> None:
    _split(draft, with_header=True)


def merge_tables(draft: Draft) -> None:
    table = draft.pick(draft.tables[:-1])
    following = next(table.itersiblings(f"{W}tbl"))
    # A control may stand around a row.
    table.extend(each for each in list(following) if each.tag in (f"{W}tr", f"{W}sdt"))
    following.getparent().remove(following)


def repeat_header(draft: Draft) -> None:
    """As when each page was pasted with its header."""
    table = draft.pick(draft.tables)
    header = [copy.deepcopy(row) for row in _header(table)]
    row = draft.pick(row for row in table.findall(f"{W}tr") if is_indicator(row))
    for each in header:
        row.addprevious(each)


def drop_header(draft: Draft) -> None:
    """Banner and headings go; seven other tables keep theirs."""
    table = draft.pick(draft.tables)
    for row in _header(table):
        table.remove(row)


def drop_a_header_row(draft: Draft) -> None:
    row = draft.pick(row for table in draft.tables for row in _header(table))
    row.getparent().remove(row)


def drop_every_header(draft: Draft) -> None:
    for table in draft.tables:
        for row in _header(table):
            table.remove(row)


def drop_column(draft: Draft) -> None:
    """From the rows of indicators only: the headings are left as they are."""
    table, column = draft.pick(draft.tables), draft.rng.randrange(8)
    for row in table.findall(f"{W}tr"):
        cells = cells_of(row)
        if is_indicator(row) and column < len(cells):
            remove(cells[column])


def add_column(draft: Draft) -> None:
    table, column = draft.pick(draft.tables), draft.rng.randrange(9)
    for row in table.findall(f"{W}tr"):
        cells = cells_of(row)
        if cells:
            words = draft.word() if draft.rng.random() < 0.3 else ""
            cells[min(column, len(cells) - 1)].addnext(made(f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"))


def swap_columns(draft: Draft) -> None:
    table = draft.pick(draft.tables)
    one, other = draft.rng.randrange(8), draft.rng.randrange(8)
    for row in filter(is_indicator, table.findall(f"{W}tr")):
        cells = cells_of(row)
        if max(one, other) < len(cells) and one != other:
            _swapped(cells[one], cells[other], made("<w:tc/>"))


def nest_table(draft: Draft) -> None:
    """A table in a cell, after what the cell says."""
    words = "".join(f"<w:tc><w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p></w:tc>" for _ in range(2))
    draft.pick(draft.cells).append(made(f"<w:tbl><w:tr>{words}</w:tr></w:tbl>"))


def nest_deeply(draft: Draft) -> None:
    depth = draft.rng.choice([3, 20, 60])
    inside = f"<w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p>"
    draft.pick(draft.cells).append(made("<w:tbl><w:tr><w:tc>" * depth + inside + "</w:tc></w:tr></w:tbl>" * depth))


def put_form_in_a_cell(draft: Draft) -> None:
    """A table that only lays out a page holds one of the form's, as web editors do."""
    table = draft.pick(draft.tables)
    around = made("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    wrapped(table, around, around[0][0])


def control_around_table(draft: Draft) -> None:
    control = made("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    wrapped(draft.pick(draft.tables), control, control[1])


def choice_around_table(draft: Draft) -> None:
    table = draft.pick(draft.tables)
    around = made('<mc:AlternateContent><mc:Choice Requires="w14"/></mc:AlternateContent>')
    wrapped(table, around, around[0])


def put_table_in_a_paragraph(draft: Draft) -> None:
    wrapped(draft.pick(draft.tables), made("<w:p/>"))


def unwrap_table(draft: Draft) -> None:
    """The rows of a table stand in the body itself."""
    table = draft.pick(draft.tables)
    for row in table.findall(f"{W}tr"):
        table.addprevious(row)


def _swapped(one: object, other: object, place: object) -> None:
    one.getparent().replace(one, place)
    other.getparent().replace(other, one)
    place.getparent().replace(place, other)


def _header(table: object) -> list[object]:
    rows = table.findall(f"{W}tr")
    # Headings are merged over columns: the first row that is not is an indicator, even renumbered.
    first = next((place for place, row in enumerate(rows) if len(cells_of(row)) >= _COLUMNS), 0)
    return [row for row in rows[:first] if text_of(row)]


def _split(draft: Draft, *, with_header: bool) -> None:
    table = draft.pick(draft.tables)
    rows = [row for row in table.findall(f"{W}tr") if is_indicator(row)]
    place = draft.rng.randrange(1, len(rows)) if len(rows) > 1 else 0
    if not place:
        raise NoTargetError
    other = made("<w:tbl/>")
    other.extend(copy.deepcopy(row) for row in (_header(table) if with_header else ()))
    other.extend(rows[place:])
    table.addnext(other)
    table.addnext(made("<w:p/>"))
