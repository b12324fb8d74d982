"""OpenDocument packages of a few lines, for tests."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from auditblanc.interchange.archive import Package
from auditblanc.interchange.form_reader import odt_grid

if TYPE_CHECKING:
    from auditblanc.interchange.form_reader.grid import Document

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OPENED = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": f"{_OASIS}office:1.0",
        "text": f"{_OASIS}text:1.0",
        "table": f"{_OASIS}table:1.0",
        "style": f"{_OASIS}style:1.0",
        "draw": f"{_OASIS}drawing:1.0",
        "form": f"{_OASIS}form:1.0",
        "meta": f"{_OASIS}meta:1.0",
        "fo": f"{_OASIS}xsl-fo-compatible:1.0",
        "svg": f"{_OASIS}svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    }.items()
)


def odt(
    body: str,
    *,
    automatic: str = "",
    fonts: str = "",
    named: str = "",
    masters: str = "",
    others: tuple[str, ...] = (),
) -> bytes:
    """A text document: its body, the styles that the editor made, those that a person may pick, its pages, and the
    names of other parts."""
    content = (
        f"<office:document-content {OPENED}><office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {OPENED}><office:styles>{named}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
    )
    parts = {"mimetype": MIMETYPE, "content.xml": content, "styles.xml": styles, **dict.fromkeys(others, "x")}
    return zipped({name: text.encode() for name, text in parts.items()})


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def document(body: str, **parts) -> Document:
    return odt_grid.document(Package.open(odt(body, **parts)))


def texts(body: str, **parts) -> list[str]:
    """The paragraphs of a body without tables."""
    return [block.text for block in document(body, **parts).blocks]


def remarks(body: str, **parts) -> list[tuple[str, str]]:
    """What hangs on the paragraphs of a body without tables."""
    blocks = document(body, **parts).blocks
    return [(remark.kind.value, remark.text) for block in blocks for remark in block.remarks]


def grid(rows: str, **parts) -> list[list[str]]:
    """The cells of one table, row by row."""
    (table,) = document(f"<table:table>{rows}</table:table>", **parts).tables
    return [[cell.text for cell in row] for row in table.rows]


def row(*cells: str) -> str:
    """A row of cells that hold one paragraph each."""
    inside = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in cells)
    return f"<table:table-row>{inside}</table:table-row>"
