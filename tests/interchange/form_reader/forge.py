"""Forge what people do to the real forms: open one, change its XML, give the bytes of the result."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO
from xml.sax.saxutils import escape

from lxml import etree

from tests.conftest import DATA

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
W = f"{{{NAMESPACES['w']}}}"
COLUMNS = ("number", "statement", "expected", "evidence", "1", "2", "3", "presentation")
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def elements(xml: str) -> list[etree._Element]:
    """The elements of a fragment, prefixes being those of Word."""
    return list(etree.fromstring(f"<x {_DECLARED}>{xml}</x>"))


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


class Form:
    """A form being changed. Rows are found by their number, cells by their column."""

    def __init__(self, name: str = "fiche-vierge.docx", data: bytes = b"") -> None:
        with zipfile.ZipFile(BytesIO(data) if data else DATA / name) as archive:
            self.parts = {part: archive.read(part) for part in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root[0]
        self.columns = list(COLUMNS)
        self.rows = self._rows()

    @property
    def tables(self) -> list[etree._Element]:
        return self.body.findall(f"{W}tbl")

    def _rows(self) -> dict[int, etree._Element]:
        """The rows of indicators, by the number that they are printed with."""
        rows = [row for row in self.body.iter(f"{W}tr") if len(row.findall(f"{W}tc")) == len(COLUMNS)]
        told = (("".join(row.find(f"{W}tc").itertext()), row) for row in rows)
        return {int(number): row for number, row in told if number.isdigit()}

    def cell(self, indicator: int, column: str) -> etree._Element:
        return self.rows[indicator].findall(f"{W}tc")[self.columns.index(column)]

    def fill(self, indicator: int, column: str, *paragraphs: str) -> None:
        """Put paragraphs in place of those of a cell; a text without markup becomes one."""
        cell = self.cell(indicator, column)
        for old in cell.findall(f"{W}p"):
            cell.remove(old)
        for new in paragraphs:
            cell.extend(elements(new if new.startswith("<") else paragraph(run(new))))

    def add(self, indicator: int, column: str, *paragraphs: str) -> None:
        """Put paragraphs below those of a cell."""
        for new in paragraphs:
            self.cell(indicator, column).extend(elements(new if new.startswith("<") else paragraph(run(new))))

    def row_property(self, indicator: int, xml: str) -> None:
        self.rows[indicator].insert(0, elements(f"<w:trPr>{xml}</w:trPr>")[0])

    def shade(self, indicator: int, column: str, fill: str) -> None:
        properties = self.cell(indicator, column).find(f"{W}tcPr")
        properties.extend(elements(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))

    def outside(self, *paragraphs: str) -> None:
        """Put paragraphs before the first table."""
        for new in paragraphs:
            for element in elements(new if new.startswith("<") else paragraph(run(new))):
                self.tables[0].addprevious(element)

    def drop_column(self, column: str) -> None:
        """Delete a column of every table, as an editor does: its cells, and one from what spans it."""
        index = self.columns.index(column)
        rows = [row for table in self.tables for row in table.findall(f"{W}tr")]
        self.columns.remove(column)
        for table in self.tables:
            grid = table.find(f"{W}tblGrid")
            grid.remove(grid[index])
        for row in rows:
            _drop_cell(row, index)

    def into_one_table(self) -> None:
        """All rows in the first table, criterion banners and headers in between."""
        first, *others = self.tables
        for table in others:
            first.extend(table.findall(f"{W}tr"))
            self.body.remove(table)

    def relate(self, identifier: str, target: str) -> None:
        """A link from the body to an outside address."""
        name = "word/_rels/document.xml.rels"
        kind = f"{NAMESPACES['r']}/hyperlink"
        link = f'<Relationship Id="{identifier}" Type="{kind}" Target="{escape(target)}" TargetMode="External"/>'
        self.parts[name] = self.parts[name].replace(b"</Relationships>", f"{link}</Relationships>".encode())

    def part(self, name: str, tag: str, content: str) -> None:
        """A part of Word's, such as comments."""
        self.parts[f"word/{name}.xml"] = f"<w:{tag} {_DECLARED}>{content}</w:{tag}>".encode()

    @property
    def document(self) -> bytes:
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")

    @property
    def bytes(self) -> bytes:
        return self.packed(self.document)

    def packed(self, document: bytes, name: str = "word/document.xml") -> bytes:
        """The package with this main part."""
        parts = {part: content for part, content in self.parts.items() if part != "word/document.xml"}
        parts[name] = document
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        return buffer.getvalue()


def copy_of(element: etree._Element) -> etree._Element:
    return deepcopy(element)


def _drop_cell(row: etree._Element, index: int) -> None:
    column = 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = 1 if span is None else int(span.get(f"{W}val"))
        if column <= index < column + width:
            if width == 1:
                row.remove(cell)
            else:
                span.set(f"{W}val", str(width - 1))
            return
        column += width


def merge_down(cell: etree._Element, *, restart: bool = False) -> None:
    """Make a cell the first of a vertical merge, or its continuation."""
    cell[0].extend(elements(f'<w:vMerge w:val="{"restart" if restart else "continue"}"/>'))
