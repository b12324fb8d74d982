"""What a reader gives: an assessment, and every doubt as indicator, cell and French sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from auditblanc.domain.snapshot import Snapshot


class UnreadableFileError(Exception):
    """The file gives nothing usable. The message is one French sentence that says what is wrong and what to do."""


class Cell(StrEnum):
    """Where a doubt lies."""

    FILE = "file"
    ROW = "row"
    STATEMENT = "statement"
    LEVEL = "level"
    PRESENTATION = "presentation"

    @property
    def label(self) -> str:
        return {
            "file": "fichier",
            "row": "ligne",
            "statement": "énoncé",
            "level": "niveau",
            "presentation": "présentation",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One doubt. ``indicator`` is ``None`` when it is about the file or a row that matches no indicator."""

    cell: Cell
    message: str
    indicator: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read. Problems are in the order of the file; nothing that a person typed is missing from the two.

    ``organisation``: the key that travels with a form written by a site, to be believed by that site alone.
    """

    snapshot: Snapshot
    problems: tuple[Problem, ...] = ()
    organisation: str = ""
