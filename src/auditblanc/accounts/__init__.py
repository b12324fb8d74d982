"""Who: people, organisations, and who may do what in which."""

from __future__ import annotations
