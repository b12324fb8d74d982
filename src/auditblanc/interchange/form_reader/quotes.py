"""Quote in a French sentence what a person typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.interchange.form_reader.legible import legible

if TYPE_CHECKING:
    from collections.abc import Sequence


def quoted(text: str) -> str:
    """« text », on one line."""
    return f"« {' / '.join(line.strip() for line in legible(text).splitlines() if line.strip())} »"


def listed(items: Sequence[str]) -> str:
    """« 1 », « 1 et 2 », « 1, 2 et 3 »."""
    return " et ".join(filter(None, (", ".join(items[:-1]), items[-1]))) if items else ""
