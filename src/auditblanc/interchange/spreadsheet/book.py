"""Open an XLSX workbook: its tabs, the strings they share, and which formats show days."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from auditblanc.interchange import archive, file_kinds, safe_xml
from auditblanc.interchange.problems import UnreadableFileError
from auditblanc.interchange.spreadsheet import values
from auditblanc.interchange.spreadsheet.cells import Book
from auditblanc.interchange.spreadsheet.sheet import Attached, Shared, read_sheet

if TYPE_CHECKING:
    from lxml import etree

    from auditblanc.interchange.archive import Package

SHEET_LIMIT = 50
TEXT_LIMIT = 5_000_000
SHEETS_LIMIT = 24_000_000
TAG_LIMIT = 600_000
ATTACHED_LIMIT = 500_000

_ATTACHED = ("comments", "drawing")
_WORKBOOK = "xl/workbook.xml"
_TOO_MANY_SHEETS = "Ce classeur compte plus de 50 feuilles : donnez le classeur d’Auditblanc, sans feuilles ajoutées."
_TOO_LONG = "Ce classeur est démesuré (plus de 5 millions de caractères ou de 150 000 cellules) : ce n’est pas un classeur rempli à la main ; donnez le classeur d’Auditblanc."
_INCOMPLETE = "Ce classeur est incomplet : il y manque une feuille ; ouvrez-le dans Excel ou LibreOffice, enregistrez-le sous un autre nom puis réessayez."


def open_book(data: bytes) -> Book:
    """The sheets of a workbook.

    Raises:
        UnreadableFileError: not an XLSX workbook, damaged, or beyond a bound.
    """
    package = archive.Package.open(data)
    if package.kind is not file_kinds.XLSX:
        raise UnreadableFileError(package.kind.sentence)
    root = safe_xml.parse(package.read(_WORKBOOK))
    targets = relations(package, _WORKBOOK)
    entries = root.findall("{*}sheets/{*}sheet")
    if len(entries) > SHEET_LIMIT:
        raise UnreadableFileError(_TOO_MANY_SHEETS)
    shared = Shared(
        strings=_strings(package, targets),
        date_styles=_date_styles(package, targets),
        from_1904=_counts_from_1904(root),
    )
    parts = [_sheet_part(entry, targets) for entry in entries]
    # The same part may stand for several sheets: what counts is what is to be walked through.
    contents = [package.read(part) for part in parts]
    tags = sum(content.count(b"<") for content in contents)
    if sum(map(len, contents)) > SHEETS_LIMIT or tags > TAG_LIMIT:
        raise UnreadableFileError(_TOO_LONG)
    sheets = tuple(
        read_sheet(entry.get("name", ""), safe_xml.parse(content), _attached(package, part), shared)
        for entry, part, content in zip(entries, parts, contents, strict=True)
    )
    # Cells share their strings in the file: without this, a small file could show gigabytes.
    if sum(len(str(cell.value)) for sheet in sheets for cell in sheet.cells.values()) > TEXT_LIMIT:
        raise UnreadableFileError(_TOO_LONG)
    return Book(
        sheets=sheets,
        has_macros=any(name.lower().endswith("vbaproject.bin") for name in package.names),
        has_external_links=any(name.startswith("xl/externalLinks/") for name in package.names),
    )


def relations(package: Package, part: str) -> dict[str, tuple[str, str]]:
    """What a part points to inside the package: by identifier, the last word of the type and the part's name."""
    folder, name = posixpath.split(part)
    path = f"{folder}/_rels/{name}.rels"
    if path not in package.names:
        return {}
    found = {}
    for link in safe_xml.parse(package.read(path)).iter("{*}Relationship"):
        target = link.get("Target", "")
        resolved = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if resolved in package.names:
            found[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], resolved)
    return found


def _sheet_part(entry: etree._Element, targets: dict[str, tuple[str, str]]) -> str:
    identifier = next((str(value) for key, value in entry.attrib.items() if str(key).endswith("}id")), "")
    if identifier not in targets:
        raise UnreadableFileError(_INCOMPLETE)
    return targets[identifier][1]


def _attached(package: Package, part: str) -> Attached:
    links = relations(package, part).values()
    found = {kind: safe_xml.parse(package.read(name, ATTACHED_LIMIT)) for kind, name in links if kind in _ATTACHED}
    return Attached(comments=found.get("comments"), drawing=found.get("drawing"))


def _part(package: Package, targets: dict[str, tuple[str, str]], wanted: str) -> etree._Element | None:
    name = next((name for kind, name in targets.values() if kind == wanted), None)
    return safe_xml.parse(package.read(name)) if name else None


def _strings(package: Package, targets: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    root = _part(package, targets, "sharedStrings")
    return () if root is None else tuple(values.plain_text(item) for item in root.iter("{*}si"))


def _date_styles(package: Package, targets: dict[str, tuple[str, str]]) -> frozenset[int]:
    """The styles whose numbers are days."""
    root = _part(package, targets, "styles")
    if root is None:
        return frozenset()
    codes = {node.get("numFmtId"): node.get("formatCode", "") for node in root.iterfind("{*}numFmts/{*}numFmt")}
    formats = [node.get("numFmtId", "0") for node in root.iterfind("{*}cellXfs/{*}xf")]
    return frozenset(
        index
        for index, number in enumerate(formats)
        if number.isdecimal() and values.is_date_format(int(number), codes.get(number, ""))
    )


def _counts_from_1904(root: etree._Element) -> bool:
    return any(node.get("date1904") in ("1", "true") for node in root.iterfind("{*}workbookPr"))
