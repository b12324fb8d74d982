"""The package around the document: fixed parts kept as files, places filled in, one reproducible archive."""

from __future__ import annotations

from functools import cache

# As xml.sax.saxutils.escape, which imports http and urllib: 15 ms at each start.
from html import escape
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The oldest date a ZIP can hold: the same assessment gives the same bytes, and no one learns when it was written.
_EPOCH = (1980, 1, 1, 0, 0, 0)

# Parts that never change → their files. Content types first: some readers look no further to tell what a file is.
_FIXED = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "font-table.xml",
    "customXml/_rels/item1.xml.rels": "item-rels.xml",
    "customXml/itemProps1.xml": "item-properties.xml",
    "docProps/app.xml": "app.xml",
}


@cache
def fixed_parts() -> dict[str, bytes]:
    """The parts that are the same in every form."""
    return {part: _text(file).encode() for part, file in _FIXED.items()}


def filled(file: str, **values: str) -> bytes:
    """A part of the skeleton with its places filled in."""
    return _text(file).format_map({place: escape(value, quote=False) for place, value in values.items()}).encode()


def pack(parts: dict[str, bytes]) -> bytes:
    """The parts as one compressed archive, in their order."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


@cache
def _text(file: str) -> str:
    return files("auditblanc.interchange.form_docx").joinpath("skeleton", file).read_text(encoding="utf-8")
