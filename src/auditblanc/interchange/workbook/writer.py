"""Write the workbook with XlsxWriter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter.workbook import Workbook

from auditblanc.domain.categories import Category
from auditblanc.interchange.workbook import guide, layout, rows, styles, trace
from auditblanc.interchange.workbook.growth import GrowingSheet
from auditblanc.interchange.workbook.layout import GRID, level_key
from auditblanc.interchange.workbook.pages import Page, write_guide, write_profile, write_table
from auditblanc.interchange.workbook.profile_answers import answers

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot
    from auditblanc.interchange.workbook.layout import Table
    from auditblanc.interchange.workbook.options import WorkbookOptions


# What a person types stays text: nothing becomes a formula, a link or a number.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(snapshot: Snapshot, edition: Edition, options: WorkbookOptions) -> bytes:
    """The workbook of an assessment on that edition, which holds no more than the options ask."""
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.worksheet_class = GrowingSheet
        _describe(book, snapshot, edition)
        _write_sheets(book, snapshot, edition, options)
    return buffer.getvalue()


def _write_sheets(book: Workbook, snapshot: Snapshot, edition: Edition, options: WorkbookOptions) -> None:
    page = Page(book=book, styles=styles.make(book), footer=edition.title, mention=options.mention)
    write_guide(page, guide.paragraphs(snapshot, edition, options))
    write_table(page, _useful(snapshot), rows.grid(snapshot, edition, options.rows))
    write_table(page, layout.EVIDENCE, rows.evidence(snapshot))
    write_profile(page, answers(snapshot))
    write_table(page, layout.SITES, rows.sites(snapshot.profile))
    write_table(page, layout.FINDINGS, rows.findings(snapshot.profile))
    write_table(page, layout.TRACE, trace.rows(snapshot, edition, options.rows)).hide()


def _useful(snapshot: Snapshot) -> Table:
    """The grid with a column of levels by category only where several are judged or a rating is split."""
    delivered = snapshot.profile.categories
    split = {part.category for rating in snapshot.ratings for part in rating.by_category}
    shown = split | set(delivered if len(delivered) > 1 else ())
    left_out = {level_key(category) for category in Category if category not in shown}
    return replace(GRID, columns=tuple(column for column in GRID.columns if column.key not in left_out))


def _describe(book: Workbook, snapshot: Snapshot, edition: Edition) -> None:
    """Title and properties. The day is that of the data: the same assessment gives the same file."""
    day = snapshot.updated_on or edition.checked_on
    book.set_properties(
        {
            "title": f"{guide.TITLE} – {edition.title}",
            "subject": edition.id,
            "author": "Auditblanc",
            "created": datetime.combine(day, time(), UTC),
        }
    )
    book.set_custom_property("auditblanc-format", trace.FORMAT, "text")
    book.set_custom_property("auditblanc-edition", edition.id, "text")
