"""What the environment says of the whole installation, to the site and to the command line alike."""

from __future__ import annotations

import os

from auditblanc.domain.neutral import MENTION

NEUTRAL_VARIABLE = "AUDITBLANC_NEUTRAL"


def is_neutral() -> bool:
    """Whether it is that of a certification body, which may inform and not advise: ``AUDITBLANC_NEUTRAL=1``."""
    return os.environ.get(NEUTRAL_VARIABLE, "") not in ("", "0")


def mention() -> str:
    """The line that each document made here carries; empty outside of neutral mode."""
    return MENTION if is_neutral() else ""
