"""Run as a program: make the tables in the database of ``AUDITBLANC_DATA``, which nobody uses yet.

With the last migration of each application as JSON, those that stood then; else those of this version.
"""

from __future__ import annotations

import json
import sys

from auditblanc.web.local.prepare import set_up
from auditblanc.web.local.tables import migrate_to


def make(leaves: list[list[str]] | None) -> None:
    set_up()
    from django.conf import settings  # noqa: PLC0415 -- after the settings
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    if leaves is None:
        call_command("migrate", verbosity=0, interactive=False)
    else:
        migrate_to(connection, [(application, name) for application, name in leaves])
    if settings.IS_SHARED:
        call_command("createcachetable", verbosity=0)


if __name__ == "__main__":
    make(json.loads(sys.argv[1]) if sys.argv[1:] else None)
