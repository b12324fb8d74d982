"""What a person sees of a Word document, told without the reader that is tested: plainly, paragraph by paragraph."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

from lxml import etree

from tests.interchange.form_mutations.draft import BODY_PART, LINKS_PART, NAMESPACES, OPEN_BODY_PART, VALUE, W

if TYPE_CHECKING:
    from collections.abc import Iterator

_MC, _WP, _R, _W14 = ("{" + NAMESPACES[prefix] + "}" for prefix in ("mc", "wp", "r", "w14"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PROPERTIES = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sectPr")
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", *_PROPERTIES)}
_NOTES = ("footnote", "endnote")
_OTHERS = re.compile(r"word/(comments|footnotes|endnotes|header\d+|footer\d+)\.xml")
# What each element of OpenDocument may stand in, as far as editors show it.
_OPEN_PARENTS = {
    "p": {"table-cell", "text", "section", "list-item"},
    "h": {"table-cell", "text", "section", "list-item"},
    "span": {"p", "h", "span", "a"},
    "a": {"p", "h", "span"},
    "list": {"table-cell", "text", "section", "list-item"},
    "list-item": {"list"},
    "section": {"text", "section"},
    "table": {"table-cell", "text", "section"},
    "table-header-rows": {"table"},
    "table-row": {"table", "table-header-rows"},
    "table-cell": {"table-row"},
    "text": {"body"},
    "body": {"document-content"},
}
_BROKEN = (zipfile.BadZipFile, KeyError, NotImplementedError, OSError, ValueError, etree.XMLSyntaxError)


def visible(data: bytes) -> list[str]:
    """What an editor shows of the file: paragraphs, descriptions, addresses; nothing when it could not open it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return list(_seen(file) if BODY_PART in file.namelist() else _seen_in_open_document(file))
    except _BROKEN:
        return []


def _seen(file: zipfile.ZipFile) -> Iterator[str]:
    body, *others = (_root(file, name) for name in [BODY_PART, *filter(_OTHERS.fullmatch, file.namelist())])
    cited = {(f"{W}{kind}", each.get(f"{W}id")) for kind in _NOTES for each in body.iter(f"{W}{kind}Reference")}
    for root in (body, *others):
        yield from _paragraphs(root, cited)
    yield from (each.get("descr", "") for each in body.iter(f"{_WP}docPr") if not _is_hidden(each))
    if LINKS_PART in file.namelist():
        yield from _addresses(body, _root(file, LINKS_PART))


def _seen_in_open_document(file: zipfile.ZipFile) -> Iterator[str]:
    """Words in plain paragraphs of the body: what hangs on them is told too, but where it hangs is less plain."""
    root = _root(file, OPEN_BODY_PART)
    for element in root.iter("{*}p", "{*}h", "{*}span", "{*}a"):
        chain = [etree.QName(each).localname for each in (element, *element.iterancestors())]
        if all(above in _OPEN_PARENTS.get(below, ()) for below, above in pairwise(chain)):
            yield element.text or ""


def _root(file: zipfile.ZipFile, name: str) -> etree._Element:
    return etree.fromstring(file.read(name).replace(_STRICT, W[1:-1].encode()))


def _paragraphs(root: etree._Element, cited: set[tuple[str, str | None]]) -> Iterator[str]:
    texts: dict[etree._Element, list[str]] = {}
    for text in root.iter(f"{W}t"):
        paragraph = next(text.iterancestors(f"{W}p"), None)
        if paragraph is not None and not _is_hidden(text) and not _is_orphan(text, cited):
            texts.setdefault(paragraph, []).append(text.text or "")
    return ("".join(pieces) for pieces in texts.values())


def _addresses(body: etree._Element, relationships: etree._Element) -> Iterator[str]:
    """Where the links lead that show a text."""
    targets = {
        each.get("Id"): each.get("Target") or "" for each in relationships if each.get("TargetMode") == "External"
    }
    for link in body.iter(f"{W}hyperlink"):
        shown = any(text.text and not _is_hidden(text) for text in link.iter(f"{W}t"))
        yield targets.get(link.get(f"{_R}id"), "") if shown else ""


def _is_hidden(element: etree._Element) -> bool:
    return any(map(_hides, element.iterancestors()))


def _is_orphan(element: etree._Element, cited: set[tuple[str, str | None]]) -> bool:
    """A note that no sentence refers to any more is not shown."""
    notes = element.iterancestors(*(f"{W}{kind}" for kind in _NOTES))
    return any((note.tag, note.get(f"{W}id")) not in cited for note in notes)


def _hides(element: etree._Element) -> bool:
    if element.tag == f"{W}tr":
        return element.find(f"{W}trPr/{W}del") is not None
    if element.tag == f"{W}sdt":
        properties = element.find(f"{W}sdtPr")
        return properties is not None and (_invites(properties) or properties.find(f"{_W14}checkbox") is not None)
    if element.tag == f"{_MC}Fallback":
        return element.getparent().find(f"{_MC}Choice") is not None
    return element.tag in _GONE


def _invites(properties: etree._Element) -> bool:
    invitation = properties.find(f"{W}showingPlcHdr")
    return invitation is not None and invitation.get(VALUE) not in ("0", "false", "off")
