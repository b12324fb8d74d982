"""A document as a PDF that screen readers can follow: typst refuses to write one that breaks PDF/UA-1."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from auditblanc.reports.drawable import drawable, note, unmarked
from auditblanc.reports.missing import MissingTypstError
from auditblanc.reports.plain_data import plain_data

if TYPE_CHECKING:
    from auditblanc.reports.content import Document

# How typst says that no font draws a character, or a letter with its mark.
_UNDRAWN = "could not be displayed"


def pdf(document: Document) -> bytes:
    """The document drawn by our template, in the fonts that typst carries: the same everywhere.

    Raises:
        MissingTypstError: typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 -- 80 MB, only when a PDF is asked for
    except ImportError as error:
        raise MissingTypstError from error
    moment = datetime.combine(document.made_on, time(), UTC)

    def compiled(data: str, replaced: int) -> bytes:
        return typst.compile(
            template(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": data, "note": note(replaced)},
            pdf_standards="ua-1",
            # The same document gives the same bytes, and no one learns at what time it was made.
            timestamp=moment,
        )

    data, replaced = drawable(json.dumps(plain_data(document), ensure_ascii=False))
    try:
        return compiled(data, replaced)
    except RuntimeError as error:
        if _UNDRAWN not in str(error):
            raise
    bare, dropped = unmarked(data)
    return compiled(bare, replaced + dropped)


@cache
def template() -> bytes:
    return files("auditblanc.reports").joinpath("assets", "document.typ").read_bytes()
