"""Documents of wide tables: a page on its side, with no cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.domain.dates import in_french
from auditblanc.reports.content import Block, Document
from auditblanc.reports.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditblanc.reports.chapters.subject import Subject


def sheets(title: str, about: Subject, blocks: Iterable[Block], look: Look | None) -> Document:
    """``title`` says what it is; whose and of when stand on each page."""
    return Document(
        title=f"{title} – {about.organisation}",
        running=f"{about.organisation} · {in_french(about.today)}",
        made_on=about.today,
        blocks=tuple(blocks),
        look=look or Look(),
        landscape=True,
    )
