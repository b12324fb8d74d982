"""What is done to cells: their places, their widths, their colours."""

from __future__ import annotations

import copy

from tests.interchange.form_mutations.draft import Draft, W, cells_of, made, move_after, remove, set_property, wrapped

_COUNTS = ("0", "1", "2", "3", "8", "30", "99", "1000", "9999", "99999999999", "-1", "", "deux", "1e9", "٣")


def delete_cell(draft: Draft) -> None:
    remove(draft.pick(draft.cells))


def delete_an_answer_cell(draft: Draft) -> None:
    remove(draft.pick(cells_of(draft.pick(draft.indicator_rows))[4:]))


def duplicate_cell(draft: Draft) -> None:
    cell = draft.pick(draft.cells)
    cell.addnext(copy.deepcopy(cell))


def move_cell_in_its_row(draft: Draft) -> None:
    cells = cells_of(draft.pick(draft.rows))
    move_after(draft.pick(cells), draft.pick(cells))


def move_cell(draft: Draft) -> None:
    move_after(draft.pick(draft.cells), draft.pick(draft.cells))


def empty_cell(draft: Draft) -> None:
    """Not even a paragraph: the schema forbids it."""
    cell = draft.pick(draft.cells)
    for child in list(cell):
        cell.remove(child)


def clear_cell(draft: Draft) -> None:
    cell = draft.pick(draft.cells)
    for paragraph in cell.findall(f"{W}p"):
        for child in list(paragraph):
            paragraph.remove(child)


def merge_with_next(draft: Draft) -> None:
    """As the editor does: one cell as wide as both, with what both said."""
    cell = draft.pick(cell for cell in draft.cells if cell.getnext() is not None and cell.getnext().tag == cell.tag)
    following = cell.getnext()
    cell.extend(following.findall(f"{W}p"))
    following.getparent().remove(following)
    set_property(cell, "gridSpan", val="2")


def split_cell(draft: Draft) -> None:
    draft.pick(draft.cells).addnext(made(f"<w:tc><w:p><w:r><w:t>{draft.word()}</w:t></w:r></w:p></w:tc>"))


def span_columns(draft: Draft) -> None:
    set_property(draft.pick(draft.cells), "gridSpan", val=draft.rng.choice(_COUNTS))


def merge_upwards(draft: Draft) -> None:
    cell = draft.pick(draft.cells)
    set_property(cell, "vMerge", **draft.rng.choice([{}, {"val": "continue"}, {"val": "restart"}, {"val": "?"}]))


def merge_answers_upwards(draft: Draft) -> None:
    """The last cells of two rows made one, as for a proof that serves twice."""
    row = draft.pick(row for row in draft.indicator_rows if row.getnext() is not None and row.getnext().tag == row.tag)
    for each, kind in ((row, "restart"), (row.getnext(), "continue")):
        set_property(draft.pick(cells_of(each)[-1:]), "vMerge", val=kind)


def shade_cell(draft: Draft) -> None:
    fill = draft.rng.choice(["FFFF00", "auto", "FFFFFF", "92d050", "", "rouge", "F2F2F2"])
    set_property(draft.pick(draft.cells), "shd", val="clear", color="auto", fill=fill)


def shade_a_box(draft: Draft) -> None:
    cells = cells_of(draft.pick(draft.indicator_rows))
    set_property(draft.pick(cells[4:7]), "shd", val="clear", fill="FF0000")


def control_around_cell(draft: Draft) -> None:
    control = made("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    wrapped(draft.pick(draft.cells), control, control[1])


def control_inside_cell(draft: Draft) -> None:
    control = made("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    cell = draft.pick(cell for cell in draft.cells if cell.find(f"{W}p") is not None)
    wrapped(cell.find(f"{W}p"), control, control[1])
