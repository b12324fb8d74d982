"""Where the workers of one site count together: a file of each, which whoever is asked adds up."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The library reads it when it is imported: by workers, which are started later.
VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
_FOLDER = ".mesures"


def share(folder: Path) -> None:
    """Begin from nothing, before the workers are started."""
    place = folder / _FOLDER
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(mode=0o700)
    os.environ[VARIABLE] = str(place)
