"""The main part: cover, then the blocks in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditblanc.reports.content import (
    Block,
    Bullets,
    ChartKind,
    Cover,
    Document,
    Figure,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    Role,
    Table,
)
from auditblanc.reports.docx.markup import LANDSCAPE_WIDTH, PAGE_WIDTH, drawing, paragraph, plain, run, runs
from auditblanc.reports.docx.tables import key_facts, table
from auditblanc.reports.words import CONTENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.reports.look import Logo

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{address}"'
    for prefix, address in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
        "pic": "drawingml/2006/picture",
        "c": "drawingml/2006/chart",
    }.items()
)
# A4, margins of 22, 23 and 25 mm, on its side of 13, 14 and 17; the cover has no footer.
_UPRIGHT = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1247" w:right="1304" w:bottom="1417" w:left="1304" w:header="567" w:footer="567" w:gutter="0"/>'
)
_LANDSCAPE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="737" w:right="794" w:bottom="964" w:left="794" w:header="397" w:footer="397" w:gutter="0"/>'
)
_SECTION = '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>{}{}</w:sectPr>'
_ROLES = {
    Role.BODY: "Normal",
    Role.LEAD: "AuditblancLead",
    Role.NOTE: "AuditblancNote",
    Role.LEVEL: "AuditblancLevel",
    Role.LABEL: "AuditblancLabel",
    Role.QUOTE: "Quote",
}
_BREAK = "<w:pageBreakBefore/>"
_MILLIMETRE = 36_000
# Width and height of the charts; both stand on one page with the table of their figures.
_CHARTS = {
    ChartKind.RADAR: (128 * _MILLIMETRE, 84 * _MILLIMETRE),
    ChartKind.BARS: (128 * _MILLIMETRE, 66 * _MILLIMETRE),
}
_LOGO_HEIGHT = 18 * _MILLIMETRE


@dataclass(slots=True)
class Body:
    """The marked-up body while it is written, and the charts met on the way, in the order of their numbers."""

    figures: list[Figure] = field(default_factory=list)
    headings: int = 0
    breaks: bool = False
    width: int = PAGE_WIDTH

    def of(self, document: Document) -> str:
        self.width = LANDSCAPE_WIDTH if document.landscape else PAGE_WIDTH
        content = "".join([self._block(block) for block in document.blocks])
        head = "".join(_cover(document, document.cover) if document.cover else _title(document))
        page = _LANDSCAPE if document.landscape else _UPRIGHT
        section = _SECTION.format(page, "<w:titlePg/>" if document.cover else "")
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f"<w:document {_NAMESPACES}><w:body>{head}{content}{section}</w:body></w:document>"
        )

    def _block(self, block: Block) -> str:
        if isinstance(block, PageBreak):
            self.breaks = True
            return ""
        more, self.breaks = (_BREAK, False) if self.breaks else ("", False)
        match block:
            case Heading():
                return self._heading(block, more)
            case Paragraph():
                return paragraph(_ROLES[block.role], runs(block.text), more)
        return (paragraph("AuditblancAfter", "", more) if more else "") + self._large(block)

    def _large(self, block: Bullets | KeyFacts | Table | Figure) -> str:
        match block:
            case Bullets():
                return "".join([paragraph("ListBullet", runs(item)) for item in block.items])
            case KeyFacts():
                return key_facts(block)
            case Table():
                return table(block, self.width)
            case Figure():
                return self._figure(block)

    def _heading(self, block: Heading, more: str) -> str:
        if block.level > 1:
            return paragraph(f"Heading{block.level}", run(block.text), more)
        self.headings += 1
        start, end = bookmark(self.headings)
        return paragraph("Heading1", f"{start}{run(block.text)}{end}", more)

    def _figure(self, block: Figure) -> str:
        self.figures.append(block)
        number = len(self.figures)
        graphic = (
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="rIdChart{number}"/></a:graphicData>'
        )
        # The logo is number 1.
        drawn = drawing(number + 1, _CHARTS[block.kind], (f"Graphique {number}", block.alternative), graphic)
        return paragraph("AuditblancFigure", drawn) + plain("AuditblancFigureCaption", block.caption)


def bookmark(number: int) -> tuple[str, str]:
    """What stands before and after a chapter's title, for links to lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="chapitre_{number}"/>', f'<w:bookmarkEnd w:id="{number}"/>'


def _title(document: Document) -> Iterator[str]:
    if document.look.logo:
        yield _logo(document.look.logo)
    yield plain("Title", document.title)


def _cover(document: Document, cover: Cover) -> Iterator[str]:
    yield _logo(document.look.logo) if document.look.logo else paragraph("AuditblancLogo")
    yield plain("AuditblancOrganisation", cover.organisation)
    yield plain("Title", cover.title)
    yield from (paragraph("AuditblancCoverLine", runs(line)) for line in cover.lines)
    yield plain("AuditblancContents", CONTENTS)
    chapters = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    yield from (paragraph("TOC1", _link(number, words)) for number, words in enumerate(chapters, start=1))
    yield plain("AuditblancCoverNote", cover.note)


def _link(number: int, words: str) -> str:
    return f'<w:hyperlink w:anchor="chapitre_{number}" w:history="1">{run(words)}</w:hyperlink>'


def _logo(logo: Logo) -> str:
    width, height = logo.size
    size = (_LOGO_HEIGHT * width // height, _LOGO_HEIGHT)
    extent = f'<a:ext cx="{size[0]}" cy="{size[1]}"/>'
    graphic = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{extent}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData>"
    )
    return paragraph("AuditblancLogo", drawing(1, size, ("Logo", logo.alternative), graphic))
