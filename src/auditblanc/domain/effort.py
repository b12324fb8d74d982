"""How long a person thinks that something takes."""

from __future__ import annotations

from enum import StrEnum


class Effort(StrEnum):
    """How long a person thinks that closing the gap takes."""

    QUARTER_HOUR = "15min"
    HOUR = "1h"
    DAY = "1d"

    @property
    def label(self) -> str:
        return {"15min": "15 minutes", "1h": "1 heure", "1d": "1 journée"}[self.value]
