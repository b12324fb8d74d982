"""The blank form with something put in it as markup, by the megabyte if need be: what no editor would write."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from tests.conftest import DATA

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DECLARED = f'xmlns:w="{W}"'
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PART = "word/document.xml"
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"


def form(*, answer: str = "", rows: str = "", before: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """The blank form. ``answer`` ends the last cell of indicator 1, ``rows`` follow it, ``before`` starts the body."""
    return packed({_PART: document(answer=answer, rows=rows, before=before), **(parts or {})})


def form_with(body: str | bytes) -> bytes:
    """A package whose document is ``body``."""
    return packed({_PART: body})


def document(*, prolog: str = _DECLARATION, answer: str = "", rows: str = "", before: str = "") -> str:
    head, body, first_row, tail = _pieces()
    return f"{prolog}{head}{before}{body}{answer}{first_row}{rows}{tail}"


@cache
def _pieces() -> tuple[str, str, str, str]:
    """The blank form's document, cut where something can be put."""
    with zipfile.ZipFile(DATA / "fiche-vierge.docx") as file:
        text = file.read(_PART).decode().removeprefix(_DECLARATION)
    start = text.index("<w:body>") + len("<w:body>")
    answer = text.index("</w:tc></w:tr>", text.index("Vous diffusez une information"))
    row = answer + len("</w:tc></w:tr>")
    return text[:start], text[start:answer], text[answer:row], text[row:]


def row(number: int, statement: str = "", *others: str) -> str:
    return f"<w:tr>{''.join(map(cell, (str(number), statement, *others)))}</w:tr>"


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def runs(content: str) -> str:
    """A paragraph of what is no text, as one run."""
    return f"<w:p><w:r>{content}</w:r></w:p>"


def nested_tables(depth: int, text: str = "mot") -> str:
    return f"{'<w:tbl><w:tr><w:tc>' * depth}{paragraph(text)}{'</w:tc></w:tr></w:tbl>' * depth}"


def link(target: str, kind: str = "hyperlink") -> str:
    """The part that tells where the relationship « a » leads."""
    entry = f'<Relationship Id="a" Type="{kind}" Target="{target}" TargetMode="External"/>'
    return f'<Relationships xmlns="{LINKS}">{entry}</Relationships>'


def enclosed(content: str) -> dict[str, str]:
    """The part of ours that nobody sees, holding anything."""
    return {"customXml/item1.xml": f'<a:form xmlns:a="urn:auditblanc:form:1">{content}</a:form>'}


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()
