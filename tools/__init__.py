"""What keeps the repository true: sizes, generated pages, pins."""

from __future__ import annotations
