"""Why the site does not do what was asked on this machine."""

from __future__ import annotations


class RefusedError(Exception):
    """The message is one French sentence that says why and what to do."""
