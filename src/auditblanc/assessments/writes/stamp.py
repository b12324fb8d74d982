"""Who writes, when, and under which request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from auditblanc.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """``request_id`` is drawn by the page: the same request again, after a lost connection, gets the same answer."""

    by: User
    at: datetime
    request_id: str = ""
