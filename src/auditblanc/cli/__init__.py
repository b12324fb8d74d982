"""The command line: files in, files out."""

from __future__ import annotations


def run() -> None:
    """Read the arguments and do what they ask."""
