"""A Word document being read: its blocks so far, and the table, row, cell and paragraph that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader import bounds
from auditblanc.interchange.form_reader.docx_looks import looks
from auditblanc.interchange.form_reader.grid import GridCell, Paragraph, Row, Table, filled
from auditblanc.interchange.form_reader.inline import EMPTY, Line, merged

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.docx_scan import Scan
    from auditblanc.interchange.form_reader.docx_styles import ListPlace


class Draft:
    """What is opened closes what was open. Text goes to ``line``, what else is said of what is open to its attribute.

    ``loses_end``: the paragraph's separation from the next one was deleted.
    """

    __slots__ = (
        *("_blocks", "_cells", "_has_cell", "_has_paragraph", "_has_table", "_joins", "_paragraphs", "_rows", "_scan"),
        *("column", "fill", "is_covered", "is_deleted", "line", "loses_end", "place", "span", "style"),
    )

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._blocks: list[Table | Paragraph] = []
        self._rows: list[Row] = []
        self._cells: list[GridCell] = []
        self._paragraphs: list[Paragraph] = []
        self._has_table = self._has_cell = self._has_paragraph = self._joins = False
        self.column, self.is_deleted = 0, False
        self.span, self.fill, self.is_covered = 1, "", False
        self.line, self.style, self.loses_end = Line(), "", False
        self.place: ListPlace | None = None

    def open_paragraph(self, *, is_outside: bool = False) -> None:
        """``is_outside``: the paragraph stands in no cell, and so ends the table."""
        if self._scan.fields:
            self._scan.fields = []
        if is_outside and self._has_table:
            self._close_table()
        elif self._has_paragraph:
            self._close_paragraph()
        self._has_paragraph = True

    def open_cell(self) -> None:
        self._require_table()
        self._close_cell()
        self._has_cell = True

    def open_row(self) -> None:
        self._require_table()
        self._close_row()
        self._scan.rows += 1
        bounds.require_rows(self._scan.rows)

    def open_table(self) -> None:
        self._close_table()
        self._has_table = True

    def add(self, paragraphs: list[Paragraph]) -> None:
        """Paragraphs that were read apart, after the open one."""
        self._close_paragraph()
        self._paragraphs += paragraphs

    def blocks(self) -> tuple[Table | Paragraph, ...]:
        self._close_table()
        return tuple(self._blocks)

    def _require_table(self) -> None:
        """Rows and cells that lost their table make one: what they say would go with it."""
        if not self._has_table:
            self.open_table()

    def _close_paragraph(self) -> None:
        line = self.line
        if self.style or self.place or line.remarks or self._joins or self.loses_end:
            self._close_uncommon()
        elif line.pieces:
            self._paragraphs.append(Paragraph("".join(line.pieces)))
            line.pieces.clear()
        elif self._has_paragraph:
            self._paragraphs.append(EMPTY)
        self._has_paragraph = False

    def _close_uncommon(self) -> None:
        """A paragraph with a style, a list mark or remarks, or without its end or that of the one before.

        Outside tables a style goes by its identifier: nobody asks more, and the part of styles may be longer than all.
        """
        style, mark = looks(self.style if self._has_table else "", self.place, self._scan.parts)
        self._scan.allowance.take(len(mark))
        read = self.line.paragraph(style or self.style, mark)
        if self._joins and self._paragraphs:
            # What was joined is written anew each time.
            self._scan.allowance.take(len(self._paragraphs[-1].text) + len(self._paragraphs[-1].remarks))
            self._paragraphs[-1] = merged(self._paragraphs[-1], read)
        elif self._has_paragraph or read is not EMPTY:
            self._paragraphs.append(read)
        self._joins, self.loses_end = self.loses_end, False
        self.style, self.place = "", None
        self.line.clear()

    def _close_cell(self) -> None:
        self._close_paragraph()
        if self._has_cell:
            column, span = self.column, self.span
            self._cells.append(filled(column, span, self._paragraphs, self.fill, is_covered=self.is_covered))
            self.column = column + span
            self._has_cell, self._paragraphs, self._joins = False, [], False
            self.span, self.fill, self.is_covered = 1, "", False

    def _close_row(self) -> None:
        self._close_cell()
        bounds.require_columns(self.column)
        if self._cells and not self.is_deleted:
            self._rows.append(tuple(self._cells))
        self._cells, self.column, self.is_deleted = [], 0, False

    def _close_table(self) -> None:
        """The table, or the paragraphs since the last one."""
        self._close_row()
        if self._has_table:
            self._blocks.append(Table(tuple(self._rows)))
        else:
            self._blocks += [each for each in self._paragraphs if each.remarks or each.text.strip()]
            self._paragraphs = []
        self._has_table, self._rows = False, []
