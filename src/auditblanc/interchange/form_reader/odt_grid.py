"""An OpenDocument text as neutral tables and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.grid import Document, Remark, RemarkKind, Table
from auditblanc.interchange.form_reader.inline import EMPTY
from auditblanc.interchange.form_reader.odt_names import SECTION, TABLE
from auditblanc.interchange.form_reader.odt_paragraphs import UNSEEN, collect, paragraphs
from auditblanc.interchange.form_reader.odt_parts import Parts
from auditblanc.interchange.form_reader.odt_runs import HANDLERS, QUOTED
from auditblanc.interchange.form_reader.odt_scan import Scan, plain_text
from auditblanc.interchange.form_reader.odt_tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.archive import Package
    from auditblanc.interchange.form_reader.grid import Paragraph


def document(package: Package) -> Document:
    """The document in an OpenDocument package.

    Raises:
        UnreadableFileError: damaged, or larger than a form can be.
    """
    parts = Parts(package)
    scan = Scan(parts, HANDLERS, quoting=Scan(parts, QUOTED))
    return Document(
        blocks=() if parts.body is None else tuple(_blocks(parts.body, scan)),
        remarks=tuple(_margins(scan)),
        has_tracked_changes=parts.has_tracked_changes,
        has_macros=parts.has_macros,
    )


def _blocks(container: etree._Element, scan: Scan) -> Iterator[Table | Paragraph]:
    """Tables and paragraphs that say something, in the order of the document."""
    for child in container:
        if child.tag in UNSEEN:
            continue
        if child.tag == TABLE:
            yield _table(child, scan)
        elif child.tag == SECTION:
            yield from _blocks(child, scan)
        else:
            framed = _taken_out(child)
            found: list[Paragraph] = []
            collect(child, found, scan)
            yield from (each for each in found if each is not EMPTY)
            yield from (_table(table, scan) for table in framed)


def _table(element: etree._Element, scan: Scan) -> Table:
    return Table(tuple(rows(element, scan, paragraphs)))


def _taken_out(block: etree._Element) -> list[etree._Element]:
    """The tables in the frames of a block, out of it: so are kept those that Word lets text flow around."""
    framed: dict[etree._Element, None] = {}
    for table in block.iterdescendants(TABLE):
        if framed.keys().isdisjoint(table.iterancestors(TABLE)):
            framed[table] = None
    for table in framed:
        parent = table.getparent()
        if parent is not None:
            parent.remove(table)
    return list(framed)


def _margins(scan: Scan) -> Iterator[Remark]:
    """What headers and footers say, once each."""
    texts = dict.fromkeys(plain_text(margin, scan) for margin in scan.parts.margins())
    yield from (Remark(RemarkKind.MARGIN, text) for text in texts if text)
