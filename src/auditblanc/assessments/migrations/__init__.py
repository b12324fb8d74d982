"""Changes of the tables, one at a time."""

from __future__ import annotations
