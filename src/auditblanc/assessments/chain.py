"""What binds an event to the one before it: hashes that anybody can compute again."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditblanc.assessments.models import Event


def digest(text: str, salt: str) -> str:
    """What the chain keeps of a value: it tells nothing of it once the salt is gone. Nothing has no digest."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest() if text else ""


def event_hash(event: Event) -> str:
    """The SHA-256 over everything that an event says, its number and the hash before it included."""
    said = [
        event.number,
        event.previous_hash,
        event.at.isoformat(),
        event.author,
        event.verb,
        event.assessment,
        event.indicator,
        event.field,
        event.version,
        event.before_digest,
        event.after_digest,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
