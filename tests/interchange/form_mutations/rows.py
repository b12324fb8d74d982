"""What is done to whole rows."""

from __future__ import annotations

import copy

from tests.interchange.form_mutations.draft import (
    Draft,
    W,
    cells_of,
    every,
    made,
    move_after,
    properties_of,
    remove,
    text_of,
    wrapped,
)

_NUMBERS = (
    "{}.",
    "Indicateur {}",
    "Indicateur n° {}",
    "n°{}",
    "I{}",
    "{} ",
    " {}",
    "{} :",
    "Ind. {}",
    "indicateur {} -",
)


def delete_row(draft: Draft) -> None:
    remove(draft.pick(draft.rows))


def duplicate_row(draft: Draft) -> None:
    row = draft.pick(draft.rows)
    row.addnext(copy.deepcopy(row))


def duplicate_row_with_other_words(draft: Draft) -> None:
    row = draft.pick(draft.indicator_rows)
    twin = copy.deepcopy(row)
    row.addnext(twin)
    cells_of(twin)[-1].append(made(f"<w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p>"))


def swap_rows(draft: Draft) -> None:
    """Two indicators change places."""
    one, other = draft.pick(draft.indicator_rows), draft.pick(draft.indicator_rows)
    place = made("<w:tr/>")
    one.getparent().replace(one, place)
    if one is not other:
        other.getparent().replace(other, one)
    place.getparent().replace(place, other)


def move_row(draft: Draft) -> None:
    """An indicator goes to the end of another table."""
    draft.pick(draft.tables).append(draft.pick(draft.indicator_rows))


def move_any_row(draft: Draft) -> None:
    move_after(draft.pick(draft.rows), draft.pick(draft.rows))


def shuffle_rows(draft: Draft) -> None:
    table = draft.pick(draft.tables)
    rows = [row for row in draft.indicator_rows if row.getparent() is table]
    draft.rng.shuffle(rows)
    table.extend(rows)


def track_deleted_row(draft: Draft) -> None:
    properties_of(draft.pick(draft.rows)).append(made('<w:del w:id="1" w:author="A"/>'))


def track_inserted_row(draft: Draft) -> None:
    properties_of(draft.pick(draft.rows)).append(made('<w:ins w:id="1" w:author="A"/>'))


def control_around_row(draft: Draft) -> None:
    control = made("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    wrapped(draft.pick(draft.rows), control, control[1])


def repeat_row_on_each_page(draft: Draft) -> None:
    properties_of(draft.pick(draft.rows)).append(made("<w:tblHeader/>"))


def number_otherwise(draft: Draft) -> None:
    """« Indicateur 12 », « 12. »."""
    number = draft.pick(every(cells_of(draft.pick(draft.indicator_rows))[0], "t"))
    number.text = draft.rng.choice(_NUMBERS).format(number.text)


def renumber_row(draft: Draft) -> None:
    number = draft.pick(every(cells_of(draft.pick(draft.indicator_rows))[0], "t"))
    number.text = draft.rng.choice(
        ["0", "7", "33", "99", "999", "1000", "-1", "12 bis", "1.2", "IV", "²", "٣", "1" * 5_000]
    )


def drop_number(draft: Draft) -> None:
    number = cells_of(draft.pick(draft.indicator_rows))[0]
    for text in every(number, "t"):
        text.text = ""


def start_row_further(draft: Draft) -> None:
    before = draft.rng.choice(["1", "2", "7", "99", "-1", "x"])
    properties_of(draft.pick(draft.rows)).append(made(f'<w:gridBefore w:val="{before}"/>'))


def empty_row(draft: Draft) -> None:
    row = draft.pick(draft.rows)
    for cell in cells_of(row):
        remove(cell)


def add_a_row_of_words(draft: Draft) -> None:
    cells = "".join(
        f"<w:tc><w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p></w:tc>" for _ in range(draft.rng.randint(1, 9))
    )
    draft.pick(draft.rows).addnext(made(f"<w:tr>{cells}</w:tr>"))


def say_another_indicators_statement(draft: Draft) -> None:
    one, other = draft.pick(draft.indicator_rows), draft.pick(draft.indicator_rows)
    said = text_of(cells_of(other)[1])
    for text in every(cells_of(one)[1], "t"):
        text.text, said = said, ""


def crowd_rows(draft: Draft) -> None:
    row = draft.pick(row for row in draft.rows if sum(1 for _ in row.iter()) < 500)
    for _ in range(draft.rng.choice([10, 100])):
        row.addnext(copy.deepcopy(row))


def rows_from_somewhere_else(draft: Draft) -> None:
    """A row that stands in a paragraph, or a cell in no row: no editor writes that."""
    element = draft.pick(every(draft.root, "tr", "tc"))
    draft.pick(every(draft.root, "p", "tc", "body")).append(copy.deepcopy(element))


def unnest_cells(draft: Draft) -> None:
    """The cells of a row stand in the table itself."""
    row = draft.pick(draft.rows)
    for cell in row.findall(f"{W}tc"):
        row.addprevious(cell)
