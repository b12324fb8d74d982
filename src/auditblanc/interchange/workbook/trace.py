"""The sheet « Données »: what an assessment holds that nobody fills in, as object, field and value."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.categories import Category
from auditblanc.domain.profile import Document
from auditblanc.domain.snapshot import FieldVersions
from auditblanc.domain.text import LINE_LIMIT, readable
from auditblanc.interchange.workbook import register
from auditblanc.interchange.workbook.rows import text_cells

if TYPE_CHECKING:
    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Rating, Snapshot
    from auditblanc.interchange.workbook.rows import Row
    from auditblanc.interchange.workbook.tables import FoundTable

FORMAT = "1"
_VERSIONS = re.compile("([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9})")
BOOK, PROFILE = "classeur", "profil"


def subject(indicator: int) -> str:
    return f"indicateur {indicator}"


def rows(snapshot: Snapshot, edition: Edition, only: tuple[int, ...] | None = None) -> list[Row]:
    entries = {
        (BOOK, "format"): FORMAT,
        (BOOK, "édition"): snapshot.edition,
        (BOOK, "textes"): fingerprint(edition),
        (BOOK, "partie"): " ".join(map(str, only or ())),
        (BOOK, "mis à jour le"): snapshot.updated_on.isoformat() if snapshot.updated_on else "",
        (PROFILE, "catégories"): " ".join(snapshot.profile.categories),
        (PROFILE, "documents"): " ".join(snapshot.profile.documents),
    }
    for rating in snapshot.ratings:
        entries |= _of_rating(rating)
    if only is None:
        entries |= register.entries(snapshot)
    return [{"object": key[0], "field": key[1], "value": value} for key, value in entries.items() if value]


def _of_rating(rating: Rating) -> dict[tuple[str, str], str]:
    versions = rating.versions
    about = subject(rating.indicator)
    return {
        (about, "versions"): f"{versions.level} {versions.presentation} {versions.applicable}",
        (about, "catégories"): " ".join(part.category for part in rating.by_category),
        (about, "repris de"): rating.carried_from,
    }


def fingerprint(edition: Edition) -> str:
    """Changes when a word of the text does: tells a cell changed by a person from a text corrected since."""
    cells = "\n".join(str(value) for item in edition.indicators for value in text_cells(item, edition).values())
    return hashlib.sha256(cells.encode()).hexdigest()[:16]


def trace_of(table: FoundTable | None) -> Trace:
    """What the sheet says; no entry when there is no such sheet."""
    entries = {}
    for row in table.rows if table else ():
        held = [row.cells[key].text if key in row.cells else "" for key in ("object", "field", "value")]
        limit = register.CHUNK if held[0].strip() in register.OBJECTS else LINE_LIMIT
        entries[held[0].strip(), held[1].strip()] = readable(held[2]).strip()[:limit]
    return Trace(entries=entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """The entries found, by object and field. What is missing or unreadable is as if it had never been said."""

    entries: dict[tuple[str, str], str]

    @property
    def edition(self) -> str:
        return self.entries.get((BOOK, "édition"), "")

    @property
    def fingerprint(self) -> str:
        return self.entries.get((BOOK, "textes"), "")

    @property
    def part(self) -> tuple[int, ...]:
        """The indicators that were confided; nothing when all were."""
        named = self.entries.get((BOOK, "partie"), "").split()
        return tuple(int(number) for number in named if re.fullmatch("[0-9]{1,9}", number))

    @property
    def updated_on(self) -> date | None:
        try:
            return date.fromisoformat(self.entries.get((BOOK, "mis à jour le"), ""))
        except ValueError:
            return None

    @property
    def categories(self) -> tuple[Category, ...]:
        return self._categories(PROFILE)

    @property
    def documents(self) -> tuple[Document, ...]:
        named = self.entries.get((PROFILE, "documents"), "").split()
        return tuple(item for name in named for item in Document if item == name)

    def was_noted(self, indicator: int) -> bool:
        """Whether the assessment held a rating for it, were it blank."""
        return (subject(indicator), "versions") in self.entries

    def split(self, indicator: int) -> tuple[Category, ...]:
        """The categories by which an indicator was split, in their order."""
        return self._categories(subject(indicator))

    def carried_from(self, indicator: int) -> str:
        return self.entries.get((subject(indicator), "repris de"), "")

    def versions(self, indicator: int) -> FieldVersions:
        found = _VERSIONS.fullmatch(self.entries.get((subject(indicator), "versions"), ""))
        if not found:
            return FieldVersions()
        level, presentation, applicable = map(int, found.groups())
        return FieldVersions(level=level, presentation=presentation, applicable=applicable)

    def _categories(self, about: str) -> tuple[Category, ...]:
        named = dict.fromkeys(self.entries.get((about, "catégories"), "").split())
        return tuple(item for name in named for item in Category if item == name)
