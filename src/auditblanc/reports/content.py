"""The content tree: what a document says, once, whatever draws it. Every text is plain: no markup is ever read in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from auditblanc.domain.progress import CriterionProgress
from auditblanc.domain.snapshot import Level
from auditblanc.reports.look import Look

if TYPE_CHECKING:
    from collections.abc import Iterator


class Style(StrEnum):
    """How a piece of text looks. A level is drawn with its shape beside its word, never by its colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    MARK = "mark"
    READY = "ready"
    PARTIAL = "partial"
    MISSING = "missing"
    UNRATED = "unrated"

    @property
    def shape(self) -> str:
        """The shape of a level, empty for the other styles. Decoration: the word beside it says the same."""
        return _SHAPES.get(self, "")


_SHAPES = {Style.READY: "●", Style.PARTIAL: "◐", Style.MISSING: "○", Style.UNRATED: "◌"}


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    style: Style = Style.PLAIN


# A text is one or several spans, read one after the other.
Text = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` goes from 1 to 3 and never skips one on the way down."""

    level: int
    text: str


class Role(StrEnum):
    """What a paragraph is to its reader."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    # These two stay with what follows them.
    LEVEL = "level"
    LABEL = "label"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What is asked and what is answered, line by line."""

    facts: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """``widths`` are shares of the page's width, 100 together. The header is repeated on each page."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]

    def __post_init__(self) -> None:
        if sum(self.widths) != 100:  # noqa: PLR2004 -- per cent
            raise ValueError(f"Widths of {self.caption!r} add up to {sum(self.widths)}")
        if {len(self.header), len(self.widths), *map(len, self.rows)} != {len(self.header)}:
            raise ValueError(f"A row of {self.caption!r} has another number of cells than its header")


class ChartKind(StrEnum):
    RADAR = "radar"
    BARS = "bars"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart of the criteria. ``alternative`` is what it shows, for those who do not see it."""

    kind: ChartKind
    criteria: tuple[CriterionProgress, ...]
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Heading | Paragraph | Bullets | KeyFacts | Table | Figure | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: ``organisation`` above the ``title``, then ``lines``."""

    organisation: str
    title: str
    lines: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """``running`` is told at the foot of each page, beside its number, under ``mention``. ``landscape``: the page lies on its side, margins are small."""

    title: str
    running: str
    made_on: date
    blocks: tuple[Block, ...]
    cover: Cover | None = None
    look: Look = field(default_factory=Look)
    landscape: bool = False
    mention: str = ""


_OF_LEVEL = {
    None: Style.UNRATED,
    Level.READY: Style.READY,
    Level.PARTIAL: Style.PARTIAL,
    Level.MISSING: Style.MISSING,
}


def text(words: str, style: Style = Style.PLAIN) -> Text:
    return (Span(words, style),)


def level_text(level: Level | None, *, with_meaning: bool = False) -> Text:
    """« Prêt » with its shape; « Prêt (tous les éléments) »."""
    if level is None:
        return text("Non évalué", Style.UNRATED)
    words = text(level.label, _OF_LEVEL[level])
    return (*words, Span(f" ({level.meaning})", Style.QUIET)) if with_meaning else words


def paragraphs(words: str, role: Role = Role.BODY) -> Iterator[Paragraph]:
    """One paragraph a line, blank lines apart."""
    return (Paragraph(text(line), role) for line in words.split("\n") if line.strip())
