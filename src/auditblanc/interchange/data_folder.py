"""Where a person's own data is kept: their database, their secret, their editions of the text."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "AUDITBLANC_DATA"
EDITIONS_VARIABLE = "AUDITBLANC_EDITIONS"
EDITIONS_FOLDER = "editions"
# The files of proofs, by organisation and content.
PROOFS_FOLDER = "preuves"
# What is being sent, until it is kept or refused.
UPLOADS_FOLDER = "envois"
# What was drawn of them, which can be drawn again.
PREVIEWS_FOLDER = "apercus"


def data_folder() -> Path:
    """``AUDITBLANC_DATA``, else where the platform keeps data. It may not exist yet."""
    asked = os.environ.get(VARIABLE)
    return Path(asked) if asked else platform_folder() / "auditblanc"


def editions_folder() -> Path:
    """The person's own folder of editions: ``AUDITBLANC_EDITIONS``, else within the data folder."""
    asked = os.environ.get(EDITIONS_VARIABLE)
    return Path(asked) if asked else data_folder() / EDITIONS_FOLDER


def platform_folder() -> Path:
    """Where programs keep a person's data on Windows, on macOS, and elsewhere (XDG)."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
