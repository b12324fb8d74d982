"""What a workbook holds: the whole assessment, or the part that is confided to somebody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.text import require_line
from auditblanc.interchange.workbook.register import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.snapshot import Snapshot


class WorkbookError(ValueError):
    """A workbook that cannot be written, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookOptions:
    """``rows``: the indicators of the part; ``None``: all. ``recipient``: whom it is for, said on the first sheet.

    ``mention``: a line on the first sheet and at the head of each printed page, which is no answer: reading passes it over.
    """

    rows: tuple[int, ...] | None = None
    recipient: str = ""
    mention: str = ""

    def __post_init__(self) -> None:
        require_line(recipient=self.recipient, mention=self.mention)
        if self.rows is not None and not self.rows:
            raise WorkbookError("Un classeur doit comporter au moins un indicateur : choisissez-en un.")


def part(snapshot: Snapshot, options: WorkbookOptions) -> Snapshot:
    """What the workbook holds: everything, or of the ratings and proofs those of its rows.

    A part is for somebody else: its proofs are a line each, and it holds neither actions nor gaps.
    """
    if options.rows is None:
        return snapshot
    ratings = tuple(rating for rating in snapshot.ratings if rating.indicator in options.rows)
    proofs = tuple(line(item) for item in _evidence(snapshot, options.rows))
    return replace(snapshot, ratings=ratings, evidence=proofs, actions=(), findings=())


def _evidence(snapshot: Snapshot, rows: tuple[int, ...]) -> Iterator[Evidence]:
    for item in snapshot.evidence:
        numbers = tuple(number for number in item.indicators if number in rows)
        if numbers:
            yield replace(item, indicators=numbers)
