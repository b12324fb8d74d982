"""Auditblanc: prepare a Qualiopi audit, and carry the work from one text to the next."""

from __future__ import annotations

__version__ = "0.1.0"
