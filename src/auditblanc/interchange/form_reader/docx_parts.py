"""The parts of a Word package besides its body, each parsed only when the body asks for it."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from typing import TYPE_CHECKING

from auditblanc.interchange import safe_xml
from auditblanc.interchange.form_reader.docx_lists import Lists
from auditblanc.interchange.form_reader.docx_names import IDENTIFIER, R, W
from auditblanc.interchange.form_reader.docx_styles import Style, styles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from auditblanc.interchange.archive import Package

_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_ENCLOSED = re.compile(r"customXml/item\d+\.xml")
# A form holds one or two; a package made to waste time holds thousands.
_ENCLOSED_LIMIT = 20
# « Strict » documents are the same under other names. Source: ISO/IEC 29500, part 4, annex A.
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}


class Parts:
    """What a body refers to: links, lists, styles, comments and notes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = _main_part(package)
        self._folder = posixpath.dirname(self._main)

    def body(self) -> etree._Element | None:
        root = self._root(self._main)
        return None if root is None else root.find(f"{W}body")

    @cached_property
    def links(self) -> dict[str, str]:
        """Where the links of the body lead, by relationship."""
        return dict(_targets(self._root(f"{self._folder}/_rels/{posixpath.basename(self._main)}.rels")))

    @cached_property
    def lists(self) -> Lists:
        return Lists(self._root(f"{self._folder}/numbering.xml"))

    @cached_property
    def styles(self) -> dict[str, Style]:
        return styles_of(self._root(f"{self._folder}/styles.xml"))

    @cached_property
    def comments(self) -> dict[str, etree._Element]:
        return self._by_identifier("comments", "comment")

    @cached_property
    def footnotes(self) -> dict[str, etree._Element]:
        return self._by_identifier("footnotes", "footnote")

    @cached_property
    def endnotes(self) -> dict[str, etree._Element]:
        return self._by_identifier("endnotes", "endnote")

    def margins(self) -> Iterator[etree._Element]:
        """Headers and footers of pages."""
        roots = (self._root(name) for name in self._package.names if _MARGINS.fullmatch(name))
        return (root for root in roots if root is not None)

    def enclosed(self) -> tuple[bytes, ...]:
        """The custom XML parts, any of which may be ours."""
        names = [name for name in self._package.names if _ENCLOSED.fullmatch(name)]
        return tuple(self._package.read(name) for name in names[:_ENCLOSED_LIMIT])

    @property
    def has_macros(self) -> bool:
        return any(name.endswith("vbaProject.bin") for name in self._package.names)

    def _by_identifier(self, part: str, tag: str) -> dict[str, etree._Element]:
        root = self._root(f"{self._folder}/{part}.xml")
        entries = () if root is None else root.iterfind(f"{W}{tag}")
        # Separators between the body and its notes have a type, what a person wrote has none.
        return {entry.get(IDENTIFIER) or "": entry for entry in entries if entry.get(f"{W}type") in (None, "normal")}

    def _root(self, name: str) -> etree._Element | None:
        return safe_xml.parse(_transitional(self._package.read(name))) if name in self._package.names else None


def _main_part(package: Package) -> str:
    """The body's part: Word on the web and others do not call it as everybody does."""
    if _MAIN in package.names or "_rels/.rels" not in package.names:
        return _MAIN
    root = safe_xml.parse(package.read("_rels/.rels"))
    kinds = ((entry.get("Type") or "", entry.get("Target") or "") for entry in root.iterfind(_RELATIONSHIP))
    return next((target.lstrip("/") for kind, target in kinds if kind.endswith("/officeDocument")), _MAIN)


def _targets(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    for entry in () if root is None else root.iterfind(_RELATIONSHIP):
        if entry.get("TargetMode") == "External":
            yield entry.get("Id") or "", entry.get("Target") or ""


def _transitional(data: bytes) -> bytes:
    if _STRICT in data[:4096]:
        for strict, transitional in _TRANSITIONAL.items():
            data = data.replace(strict, transitional)
    return data
