"""The text of a file, as much as a screen is read for. Runs in the child process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from auditblanc.assessments.preview.refused import NoPreviewError
from auditblanc.interchange import safe_xml
from auditblanc.interchange.archive import Package
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.spreadsheet.book import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LENGTH = 100_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ODF = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_ALONE = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_ODF}tab": "\t", f"{_ODF}line-break": "\n", f"{_ODF}s": " "}
# What a person deleted, and what only an editor reads.
_UNSEEN = {f"{_WORD}delText", f"{_WORD}instrText", f"{_ODF}tracked-changes", f"{_ODF}annotation"}
# What a browser does not show of a page.
_HIDDEN = {"script", "style", "template", "title", "noscript"}
_INLINE = {"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u"}
_UNREADABLE = "son contenu ne se lit pas ici"
_NO_TEXT = "il ne contient pas de texte"


def text_of(data: bytes, media_type: str) -> str:
    """At most ``LENGTH`` characters and one more, which tells that there were others.

    Raises:
        NoPreviewError: it cannot be read, or holds no text.
    """
    try:
        text = _gathered(_READERS.get(media_type, _plain)(data))
    except (UnreadableFileError, KeyError, ValueError, etree.LxmlError) as error:
        raise NoPreviewError(_UNREADABLE) from error
    if not text.strip():
        raise NoPreviewError(_NO_TEXT)
    return text


def _gathered(lines: Iterable[str]) -> str:
    found, length = [], 0
    for line in lines:
        found.append(line)
        length += len(line) + 1
        if length > LENGTH:
            break
    return "\n".join(found)[: LENGTH + 1]


def _plain(data: bytes) -> Iterator[str]:
    head = data[: 4 * LENGTH + 4]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield head.decode("utf-16", "replace")
        return
    try:
        # Where it is cut short, the last character may be too.
        yield head.decode("utf-8-sig", "strict" if len(head) == len(data) else "ignore")
    except UnicodeDecodeError:
        yield head.decode("cp1252", "replace")


def _web_page(data: bytes) -> Iterator[str]:
    root = etree.fromstring(data, etree.HTMLParser(no_network=True, huge_tree=False))
    for line in "".join(_on_screen(root)).splitlines():
        if line.strip():
            yield " ".join(line.split())


def _on_screen(root: etree._Element) -> Iterator[str]:
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield "" if element.tag in _HIDDEN else element.text or ""
        else:
            yield "" if element.tag in _INLINE else "\n"
            yield element.tail or ""


def _word(data: bytes) -> Iterator[str]:
    return _paragraphs(Package.open(data), "word/document.xml", (f"{_WORD}p",))


def _opendocument(data: bytes) -> Iterator[str]:
    return _paragraphs(Package.open(data), "content.xml", (f"{_ODF}p", f"{_ODF}h"))


def _paragraphs(package: Package, part: str, tags: tuple[str, ...]) -> Iterator[str]:
    for paragraph in safe_xml.parse(package.read(part)).iter(*tags):
        yield "".join(_words(paragraph, tags))


def _words(element: etree._Element, tags: tuple[str, ...]) -> Iterator[str]:
    """What a paragraph says; those within it say their own."""
    yield _ALONE.get(str(element.tag), element.text or "")
    for child in element:
        if child.tag not in tags and child.tag not in _UNSEEN:
            yield from _words(child, tags)
        yield child.tail or ""


def _workbook(data: bytes) -> Iterator[str]:
    for sheet in open_book(data).sheets:
        yield f"[ {sheet.name} ]"
        for cells in sheet.rows.values():
            yield " | ".join(str(cell.value) for cell in cells.values())
        yield ""


_OFFICE = "application/vnd.openxmlformats-officedocument"
_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    f"{_OFFICE}.wordprocessingml.document": _word,
    f"{_OFFICE}.spreadsheetml.sheet": _workbook,
    "application/vnd.oasis.opendocument.text": _opendocument,
    "text/html": _web_page,
}
