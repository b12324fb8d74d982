"""A value that no assessment may hold."""

from __future__ import annotations


class SnapshotError(ValueError):
    """What is wrong with the value, as one French sentence."""
