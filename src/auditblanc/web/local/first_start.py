"""What a person finds the first time: the worked examples, clearly fictitious."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from auditblanc.accounts.models import User


def welcome(person: User, *, at: datetime) -> None:
    """Make what an empty installation shows; what is there already is left as it is."""
