"""What a column of the form is for."""

from __future__ import annotations

from enum import StrEnum

from auditblanc.domain.snapshot import Level


class Role(StrEnum):
    NUMBER = "number"
    STATEMENT = "statement"
    EXPECTED = "expected"
    EVIDENCE = "evidence"
    LEVEL_1 = "level_1"
    LEVEL_2 = "level_2"
    LEVEL_3 = "level_3"
    LEVEL = "level"
    PRESENTATION = "presentation"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Role.NUMBER: "numéro",
    Role.STATEMENT: "énoncé",
    Role.EXPECTED: "niveau attendu",
    Role.EVIDENCE: "exemples de preuves",
    Role.LEVEL_1: "1",
    Role.LEVEL_2: "2",
    Role.LEVEL_3: "3",
    Role.LEVEL: "niveau",
    Role.PRESENTATION: "présentation",
}
LEVEL_ROLES = {Role.LEVEL_1: Level.READY, Role.LEVEL_2: Level.PARTIAL, Role.LEVEL_3: Level.MISSING}
STANDARD = (
    Role.NUMBER,
    Role.STATEMENT,
    Role.EXPECTED,
    Role.EVIDENCE,
    Role.LEVEL_1,
    Role.LEVEL_2,
    Role.LEVEL_3,
    Role.PRESENTATION,
)
PRINTED_ROLES = (Role.STATEMENT, Role.EXPECTED, Role.EVIDENCE)
