"""`make bench`: tell every figure, ratios first, and put them in docs/benchmarks.md. Machines are noisy, ratios less so.

With names of parts (`documents`, `site`, `national`): those alone, and the page stays as it is.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bench import told

PARTS = ("documents", "site", "national")


def main() -> None:
    asked = sys.argv[1:] or PARTS
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / "rows"
        place.touch()
        before = psutil.getloadavg()[0]
        for part in asked:
            module = f"bench.{part}"
            print(f"\n{part}", flush=True)
            subprocess.run([sys.executable, "-m", module], env={**os.environ, told.VARIABLE: str(place)}, check=True)
        if set(asked) == set(PARTS):
            told.write(_said(before), told.gathered(place))


def _said(load: float) -> str:
    """When this run was, and on what."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"One run of {datetime.now(UTC):%d %B %Y}: {os.cpu_count()} cores, {memory:.0f} GiB, CPython {platform.python_version()}, "
        f"{platform.system()}; load of the machine before it {load:.1f}, after it {psutil.getloadavg()[0]:.1f}."
    )


if __name__ == "__main__":
    main()
