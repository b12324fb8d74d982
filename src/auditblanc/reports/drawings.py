"""The files that a document can be drawn as."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditblanc.reports.content import Document
from auditblanc.reports.docx import docx
from auditblanc.reports.pdf import pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    name: str
    label: str
    suffix: str
    media_type: str
    draw: Callable[[Document], bytes]


DRAWINGS = {
    drawing.name: drawing
    for drawing in (
        Drawing(name="pdf", label="PDF", suffix=".pdf", media_type="application/pdf", draw=pdf),
        Drawing(
            name="docx",
            label="Word",
            suffix=".docx",
            media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            draw=docx,
        ),
    )
}
