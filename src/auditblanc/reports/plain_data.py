"""A document as values that JSON holds, for the template."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any

from auditblanc.reports import charts, palette
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
    Table,
    Text,
)
from auditblanc.reports.words import CONTENTS

if TYPE_CHECKING:
    from auditblanc.reports.look import Logo, Look

Plain = dict[str, Any]

_PALETTE = {
    name.lower(): getattr(palette, name)
    for name in ("INK", "QUIET", "RULE", "WASH", "READY", "PARTIAL", "MISSING", "UNRATED")
}
_DRAWN = {ChartKind.RADAR: charts.radar, ChartKind.BARS: charts.bars}


def plain_data(document: Document) -> Plain:
    return {
        "title": document.title,
        "running": document.running,
        "mention": document.mention,
        "landscape": document.landscape,
        "palette": _PALETTE,
        "look": _look(document.look),
        "cover": _cover(document.cover) if document.cover else None,
        "blocks": [_block(block) for block in document.blocks],
    }


def _look(look: Look) -> Plain:
    logo = {"svg": _framed(look.logo), "alternative": look.logo.alternative} if look.logo else None
    return {"accent": look.accent, "ink": look.ink, "logo": logo}


def _framed(logo: Logo) -> str:
    """The logo as an SVG that holds it: what comes in as JSON is text, and typst reads no other file."""
    width, height = logo.size
    data = f"data:image/{'png' if logo.kind == 'png' else 'jpeg'};base64,{b64encode(logo.data).decode()}"
    size = f'width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="{data}"/></svg>'


def _cover(cover: Cover) -> Plain:
    return {
        "organisation": cover.organisation,
        "title": cover.title,
        "lines": [_text(line) for line in cover.lines],
        "contents": CONTENTS,
        "note": cover.note,
    }


def _text(text: Text) -> Plain:
    return {
        "text": [
            {"text": span.text, "style": span.style.value, "shape": span.style.shape} for span in text if span.text
        ]
    }


def _block(block: Block) -> Plain:
    match block:
        case Table():
            return _table(block)
        case Figure():
            svg = _DRAWN[block.kind](block.criteria)
            return {"block": "figure", "svg": svg, "alternative": block.alternative, "caption": block.caption}
        case PageBreak():
            return {"block": "page_break"}
        case _:
            return _words(block)


def _words(block: Heading | Paragraph | Bullets | KeyFacts) -> Plain:
    match block:
        case Heading(level=level, text=words):
            return {"block": "heading", "level": level, "text": words}
        case Paragraph(text=words, role=role):
            return {"block": "paragraph", "role": role.value, **_text(words)}
        case Bullets(items=items):
            return {"block": "bullets", "items": [_text(item) for item in items]}
        case KeyFacts(facts=facts):
            return {"block": "key_facts", "facts": [{"label": label, **_text(answer)} for label, answer in facts]}


def _table(table: Table) -> Plain:
    return {
        "block": "table",
        "caption": table.caption,
        "header": table.header,
        "widths": table.widths,
        "rows": [[_text(cell) for cell in row] for row in table.rows],
    }
