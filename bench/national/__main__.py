"""`python -m bench.national`: how the pages of many organisations grow, at 450, 4,500 and 45,000, on SQLite and PostgreSQL.

A database of its own each time, thrown away afterwards: SQLite in a temporary folder, or a PostgreSQL that is started for it.
Sizes as arguments: others than these three.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from statistics import median
from typing import TYPE_CHECKING

from tests import postgresql

from bench.told import Row, tell

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (450, 4_500, 45_000)
ROUNDS = 9
ASKED = ("page of all", "page by audit", "found by name", "distribution", "page of 200", "distribution of 200")
LIMIT = 50
PART = "Many organisations, three assessments of 33 ratings each, in this process"
_ONE = "--one"


def main() -> None:
    if sys.argv[1:2] == [_ONE]:
        with tempfile.TemporaryDirectory(prefix="auditblanc-national-", ignore_cleanup_errors=True) as folder:
            _measure(int(sys.argv[2]), folder)
        return
    # In a process each: settings are read once, and its database ends with it.
    for size in sys.argv[1:] or map(str, SIZES):
        for database in ("", "postgresql"):
            said = {**os.environ, postgresql.VARIABLE: database}
            subprocess.run([sys.executable, "-m", "bench.national", _ONE, size], env=said, check=True)


def _measure(size: int, folder: str) -> None:
    os.environ["AUDITBLANC_DATA"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "auditblanc.web.settings"
    postgresql.start_if_asked()
    import django  # noqa: PLC0415 -- once the environment is said

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    from auditblanc.accounts.models import User  # noqa: PLC0415
    from auditblanc.assessments.made_up import Readers, make_up  # noqa: PLC0415
    from bench.national.asked import asked  # noqa: PLC0415

    network, consultant = (
        User.objects.create(name=name, email=f"{name.lower()}@exemple.invalid") for name in ("Reseau", "Conseil")
    )
    readers = Readers(all=network, some=consultant)
    start = time.perf_counter()
    make_up(size, readers)
    made = time.perf_counter() - start
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # What was made is on the disk before the first page is timed, as it is minutes later.
            cursor.execute("CHECKPOINT")
    database = "PostgreSQL" if os.environ.get(postgresql.VARIABLE) else "SQLite"
    times = [_median(call) for call in asked(readers)]
    told = ", ".join(f"{name} {time:.1f} ms" for name, time in zip(ASKED, times, strict=True))
    is_held = max(times) < LIMIT if size >= SIZES[-1] else None
    tell(
        Row(PART, f"{size:,}, {database}, made in {made:.0f} s", told, "", "", f"each < {LIMIT} ms at 45,000", is_held)
    )


def _median(call: Callable[[], object]) -> float:
    call()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


if __name__ == "__main__":
    main()
