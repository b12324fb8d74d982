"""Where editions are looked for besides those shipped, and where what a person completes is kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from auditblanc.domain.catalogue import load

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue

VARIABLE = "AUDITBLANC_EDITIONS"


def folder() -> Path:
    """The person's own folder of editions: ``AUDITBLANC_EDITIONS``, else where the platform keeps data."""
    asked = os.environ.get(VARIABLE)
    if asked:
        return Path(asked)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / "auditblanc" / "editions"


def catalogue() -> Catalogue:
    """The shipped editions and the person's own.

    Raises:
        EditionError: a file of the person's is at fault.
    """
    own = folder()
    return load([own] if own.is_dir() else [])
