"""A Word document as neutral tables and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.docx_body import blocks
from auditblanc.interchange.form_reader.docx_parts import Parts
from auditblanc.interchange.form_reader.docx_remarks import said
from auditblanc.interchange.form_reader.docx_runs import HANDLERS, QUOTING
from auditblanc.interchange.form_reader.docx_scan import Scan, plain_text
from auditblanc.interchange.form_reader.grid import Document, Remark, RemarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.interchange.archive import Package


def document(package: Package) -> Document:
    """The document in a Word package.

    Raises:
        UnreadableFileError: damaged, or larger than a form can be.
    """
    scan = Scan(Parts(package), HANDLERS, QUOTING)
    body = scan.parts.body()
    found = () if body is None else blocks(body, scan)
    return Document(
        blocks=found,
        remarks=(*_margins(scan), *_loose_comments(scan)),
        has_tracked_changes=scan.has_tracked_changes,
        has_macros=scan.parts.has_macros,
        enclosed=scan.parts.enclosed(),
    )


def _margins(scan: Scan) -> Iterator[Remark]:
    for root in scan.parts.margins():
        yield Remark(RemarkKind.MARGIN, plain_text(root, scan))


def _loose_comments(scan: Scan) -> Iterator[Remark]:
    """Comments that the body no longer refers to: the passage was deleted, not what was said of it."""
    for identifier, entry in scan.parts.comments.items():
        if identifier not in scan.cited_comments:
            yield Remark(RemarkKind.COMMENT, said(entry, scan))
