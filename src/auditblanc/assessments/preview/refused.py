"""Why a file cannot be looked at here."""

from __future__ import annotations


class NoPreviewError(Exception):
    """The message is a French clause that says why, without capital nor full stop: « il est protégé par un mot de passe »."""
