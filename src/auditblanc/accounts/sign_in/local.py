"""Signing in on one's own machine: the address that the server prints holds a token, exchanged for a session."""

from __future__ import annotations

import os
import secrets

TOKEN_VARIABLE = "AUDITBLANC_TOKEN"  # noqa: S105 -- the name of the variable, not what it holds


def is_token(given: str) -> bool:
    """Whether this is the token of the server that runs; there is none when it was started without."""
    expected = os.environ.get(TOKEN_VARIABLE, "")
    return bool(expected) and secrets.compare_digest(given.encode(), expected.encode())
