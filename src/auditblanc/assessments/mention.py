"""The line that each document of the site carries."""

from __future__ import annotations

from django.conf import settings

from auditblanc.domain.neutral import MENTION


def mention() -> str:
    """Empty outside of neutral mode."""
    return MENTION if settings.IS_NEUTRAL else ""
