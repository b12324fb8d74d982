"""The body of a Word document, read in one pass over the few elements that matter.

A form is five thousand elements, most of which tell how it looks. lxml hands over only those asked for, in the order of
the document and without telling where each ends: a cell ends where the next one starts. What must be read whole is read
apart, and passed over.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.docx_draft import Draft
from auditblanc.interchange.form_reader.docx_fields import is_box
from auditblanc.interchange.form_reader.docx_names import (
    CELL,
    CELL_PROPERTIES,
    CHOICE,
    CONTROL,
    FALLBACK,
    NUMBERING,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    ROW_PROPERTIES,
    RUN_PROPERTIES,
    STYLE,
    TABLE,
    TEXT,
    VALUE,
    W,
    count,
)
from auditblanc.interchange.form_reader.docx_nested import flattened
from auditblanc.interchange.form_reader.docx_runs import HANDLERS, LEAVES
from auditblanc.interchange.form_reader.docx_scan import is_invitation
from auditblanc.interchange.form_reader.docx_styles import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from auditblanc.interchange.form_reader.docx_scan import Scan
    from auditblanc.interchange.form_reader.grid import Paragraph, Table

    # What an element adds to a draft, and whether all of it was read. lxml gives its element no public name.
    Reader = Callable[[etree._Element, Draft, Scan], bool]  # noqa: SLF001

_NO_FILL = ("", "AUTO", "FFFFFF")


def blocks(body: etree._Element, scan: Scan) -> tuple[Table | Paragraph, ...]:
    """The tables, and the paragraphs outside them that say something, in the order of the document.

    Raises:
        UnreadableFileError: more rows or columns than a form has.
    """
    draft = Draft(scan)
    _read(body.iter(*_TAGS), draft, scan, frozenset(_outside_tables(body)))
    return draft.blocks()


def _outside_tables(container: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables that stand in no cell, whatever wraps them. Rows may have lost their table."""
    for child in container:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag not in PROPERTIES and child.tag not in (ROW, CELL):
            yield from _outside_tables(child)


def _read(elements: Iterator[etree._Element], draft: Draft, scan: Scan, outside: frozenset[etree._Element]) -> None:
    """Put into ``draft`` what elements say; ``outside`` are those that stand in no cell."""
    write, open_cell, open_paragraph = draft.line.pieces.append, draft.open_cell, draft.open_paragraph
    for element in elements:
        tag = element.tag
        if tag == TEXT:
            write(element.text or "")
        elif tag == PARAGRAPH:
            open_paragraph(is_outside=element in outside)
        elif tag == CELL:
            open_cell()
        elif tag == ROW:
            draft.open_row()
        elif tag == TABLE and element in outside:
            draft.open_table()
        elif _READERS[tag](element, draft, scan) and len(element):
            _pass_over(element, elements)


def _pass_over(read: etree._Element, elements: Iterator[etree._Element]) -> None:
    """Go on after the descendants of an element."""
    inside = sum(1 for _ in read.iter(*_TAGS)) - 1
    next(islice(elements, inside, inside), None)


def _inline(element: etree._Element, draft: Draft, scan: Scan) -> bool:
    HANDLERS[element.tag](element, draft.line, scan)
    return True


def _nested(element: etree._Element, draft: Draft, scan: Scan) -> bool:
    draft.add(flattened(element, scan))
    return True


def _control(element: etree._Element, draft: Draft, scan: Scan) -> bool:
    """A control around anything: it is gone through, but for a box in a line, and for what still invites to type."""
    if is_invitation(element):
        _read(element.iter(*_FRAME), draft, scan, frozenset())
        return True
    return is_box(element) and next(element.iter(PARAGRAPH), None) is None and _inline(element, draft, scan)


def _alternative(element: etree._Element, _draft: Draft, _scan: Scan) -> bool:
    """Only the first of equivalent contents is gone through."""
    return next(element.itersiblings(CHOICE, preceding=True), None) is not None


def _inserted(_element: etree._Element, _draft: Draft, scan: Scan) -> bool:
    scan.has_tracked_changes = True
    return False


def _deleted(element: etree._Element, draft: Draft, scan: Scan) -> bool:
    """Runs, but also the end of a paragraph or a row, then told among their properties."""
    scan.has_tracked_changes = True
    parent = element.getparent()
    within = None if parent is None else parent.tag
    draft.loses_end = draft.loses_end or within == RUN_PROPERTIES
    draft.is_deleted = draft.is_deleted or within == ROW_PROPERTIES
    return True


def _former(_element: etree._Element, _draft: Draft, _scan: Scan) -> bool:
    """Properties as they were before a tracked change."""
    return True


def _style(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    draft.style = element.get(VALUE) or ""
    return True


def _numbering(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    draft.place = place_of(element)
    return True


def _before(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    draft.column = count(element.get(VALUE), 0)
    return True


def _span(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    draft.span = max(count(element.get(VALUE), 1), 1)
    return True


def _merge(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    draft.is_covered = element.get(VALUE) != "restart"
    return True


def _shade(element: etree._Element, draft: Draft, _scan: Scan) -> bool:
    parent = element.getparent()
    if parent is not None and parent.tag == CELL_PROPERTIES:
        fill = (element.get(f"{W}fill") or "").upper()
        draft.fill = "" if fill in _NO_FILL else fill
    return True


_GEOMETRY: dict[str, Reader] = {
    f"{W}gridBefore": _before,
    f"{W}gridSpan": _span,
    f"{W}vMerge": _merge,
    f"{W}shd": _shade,
}
_READERS: dict[str, Reader] = {
    **dict.fromkeys(LEAVES, _inline),
    **dict.fromkeys((f"{W}{name}Change" for name in ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr")), _former),
    **_GEOMETRY,
    STYLE: _style,
    NUMBERING: _numbering,
    TABLE: _nested,
    CONTROL: _control,
    CHOICE: _alternative,
    FALLBACK: _alternative,
    f"{W}ins": _inserted,
    f"{W}moveTo": _inserted,
    f"{W}del": _deleted,
    f"{W}moveFrom": _deleted,
}
_FRAME = (PARAGRAPH, CELL, ROW, *_GEOMETRY)
# Those that come most, first.
_TAGS = tuple(dict.fromkeys((PARAGRAPH, CELL, TEXT, *_FRAME, *_READERS)))
