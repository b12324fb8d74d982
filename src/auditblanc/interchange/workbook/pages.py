"""Lay out one sheet: title, sentence, headings, cells, lists of answers, protection and print set-up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import cycle, groupby
from typing import TYPE_CHECKING

from xlsxwriter.workbook import Workbook

from auditblanc.interchange.workbook import layout
from auditblanc.interchange.workbook.heights import height
from auditblanc.interchange.workbook.layout import Column, Look, Table
from auditblanc.interchange.workbook.put import put, put_worded
from auditblanc.interchange.workbook.questions import SECTIONS, Kind, Question
from auditblanc.interchange.workbook.styles import Ground, Styles

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from xlsxwriter.worksheet import Worksheet

    from auditblanc.interchange.spreadsheet import CellValue
    from auditblanc.interchange.workbook.rows import Row

HEADING_ROW = 2
FIRST_ROW = HEADING_ROW + 1
_A4 = 9
_FOOTER_LIMIT = 80
_GUIDE_WIDTH = 110
_ALLOWED = ("format_columns", "format_rows", "insert_columns", "sort", "autofilter")
_ALLOWED_IN_LISTS = (*_ALLOWED, "insert_rows", "delete_rows")
_LOOK_OF_ANSWER = {Kind.CHOICE: Look.CHOICE, Kind.DAY: Look.DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What every sheet of one workbook is laid out with."""

    book: Workbook
    styles: Styles
    footer: str
    mention: str = ""


def write_table(page: Page, table: Table, rows: Sequence[Row]) -> Worksheet:
    """A sheet with these rows; below, a person adds others where the table has spare ones."""
    sheet = _open(page, table)
    for index, (row, ground) in enumerate(zip(rows, _grounds(rows), strict=True)):
        for place, column in enumerate(table.columns):
            _write_cell(page, sheet, (FIRST_ROW + index, place), row.get(column.key), (column.look, ground))
        sheet.set_row(FIRST_ROW + index, _height(page, table, row))
    last = max(FIRST_ROW + len(rows) + table.spare_rows - 1, FIRST_ROW)
    for place, column in enumerate(table.columns):
        if table.spare_rows:
            sheet.set_column(place, place, column.width, page.styles.looks[column.look, Ground.LINE])
        _guide_answers(page, sheet, column, (FIRST_ROW, place, last, place))
    sheet.autofilter(HEADING_ROW, 0, last, len(table.columns) - 1)
    sheet.freeze_panes(FIRST_ROW, 3 if table.name == layout.GRID.name else 1)
    return sheet


def _grounds(rows: Sequence[Row]) -> Iterator[Ground]:
    """The ground of each row: it changes with the criterion; rows without one are lines."""
    papers = cycle((Ground.PAPER, Ground.TINT))
    for criterion, group in groupby(rows, key=lambda row: row.get("criterion")):
        ground = next(papers) if criterion else Ground.LINE
        yield from (ground for _ in group)


def _write_cell(
    page: Page, sheet: Worksheet, place: tuple[int, int], value: CellValue | None, look: tuple[Look, Ground]
) -> None:
    styles = page.styles
    if look[0].is_locked and isinstance(value, str):
        fonts = styles.fonts[look[0]], styles.fixed["mention"]
        put_worded(sheet, *place, value, styles.looks[look], fonts)
    else:
        put(sheet, *place, value, styles.looks[look])


def _height(page: Page, table: Table, row: Row) -> float:
    shown = [(value, column) for column in table.columns if (value := row.get(column.key))]
    return height((str(value), column.width, page.styles.sizes[column.look]) for value, column in shown)


def write_profile(page: Page, answers: dict[str, CellValue]) -> None:
    """The sheet of questions, section after section."""
    sheet = _open(page, layout.PROFILE)
    row = FIRST_ROW
    for section in SECTIONS:
        sheet.set_row(row, 24)
        for place in range(len(layout.PROFILE.columns)):
            put(sheet, row, place, section.title if place == 0 else None, page.styles.fixed["banner"])
        for question in section.questions:
            row += 1
            _write_question(page, sheet, row, question, answers.get(question.key))
        row += 1
    sheet.freeze_panes(FIRST_ROW, 1)


def _write_question(page: Page, sheet: Worksheet, row: int, question: Question, answer: CellValue | None) -> None:
    looks = (Look.LOCKED, _LOOK_OF_ANSWER.get(question.kind, Look.ANSWER), Look.SMALL)
    sheet.set_row(row, 22)
    for place, (value, look) in enumerate(zip((question.words, answer, question.help), looks, strict=True)):
        put(sheet, row, place, value, page.styles.looks[look, Ground.LINE])
    if question.options:
        _offer(sheet, [option.words for option in question.options], (row, 1, row, 1))


def write_guide(page: Page, paragraphs: Sequence[tuple[str, str]]) -> None:
    """The sheet that explains, in one wide column."""
    sheet = page.book.add_worksheet(layout.GUIDE_NAME)
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    for row, (style, text) in enumerate(paragraphs):
        put(sheet, row, 0, text, page.styles.fixed[style])
        sheet.set_row(row, 30 if style == "subtitle" else height([(text, _GUIDE_WIDTH, 11)]))
    sheet.set_row(0, 36)
    sheet.hide_gridlines(2)
    _finish(page, sheet, _ALLOWED)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)


def _open(page: Page, table: Table) -> Worksheet:
    sheet = page.book.add_worksheet(table.name)
    for row, (text, style) in enumerate(((table.title, "title"), (table.sentence, "sentence"))):
        for place in range(len(table.columns)):
            put(sheet, row, place, "" if place else text, page.styles.fixed[style])
    for place, column in enumerate(table.columns):
        heading = "heading" if column.look.is_locked else "answer_heading"
        put(sheet, HEADING_ROW, place, column.heading, page.styles.fixed[heading])
        sheet.set_column(place, place, column.width)
    sheet.set_row(0, 30)
    sheet.set_row(1, 20)
    sheet.set_row(HEADING_ROW, 30 if table.spare_rows else 42)
    sheet.repeat_rows(HEADING_ROW)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z5000"})
    _finish(page, sheet, _ALLOWED_IN_LISTS if table.spare_rows else _ALLOWED)
    return sheet


def _finish(page: Page, sheet: Worksheet, allowed: Sequence[str]) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&8{page.footer[:_FOOTER_LIMIT].replace('&', '&&')}&C&8&A&R&8&P / &N")
    if page.mention:
        sheet.set_header(f"&C&8{page.mention.replace('&', '&&')}")
    sheet.protect("", dict.fromkeys(allowed, True))


def _guide_answers(page: Page, sheet: Worksheet, column: Column, area: tuple[int, int, int, int]) -> None:
    """The list of answers, the sentence beside the chosen cell and the colours of what was chosen."""
    if column.options:
        _offer(sheet, [option.words for option in column.options], area, column.hint)
    elif column.hint:
        sheet.data_validation(
            *area, {"validate": "any", "input_title": column.heading[:32], "input_message": column.hint}
        )
    colours = {
        "level": page.styles.levels,
        "review": page.styles.reviews,
    }.get(column.key.partition("_")[0], {})
    for start, look in colours.items():
        sheet.conditional_format(*area, {"type": "text", "criteria": "begins with", "value": start, "format": look})


def _offer(sheet: Worksheet, answers: list[str], area: tuple[int, int, int, int], hint: str = "") -> None:
    """A list to choose from that lets other words in: the reader knows many, and says those it does not."""
    told = {"input_title": "Réponse", "input_message": hint} if hint else {}
    sheet.data_validation(*area, {"validate": "list", "source": answers, "show_error": False, **told})
