"""`auditblanc migrate`: every table of a site for several people, and the link that opens the first account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.web.local import state
from auditblanc.web.local.prepare import migrate as every_table
from auditblanc.web.server.settled import settled

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def migrate(folder: Path, *, at: datetime) -> str:
    """Bring the data to this version, after a copy; the address that opens the first account, "" once somebody has one.

    Raises:
        RefusedError: the settings are unsafe, or the data come from a newer version.
    """
    site = settled(folder)
    every_table(folder, at=at)
    from django.core.management import call_command  # noqa: PLC0415 -- after the settings
    from django.db import connections  # noqa: PLC0415

    from auditblanc.accounts.invitations import invite_administrator  # noqa: PLC0415

    call_command("createcachetable", verbosity=0)
    secret = invite_administrator(at)
    connections.close_all()
    state.write(folder, replace(state.read(folder), is_shared=True))
    return f"{site.address}/invitation/{secret}/" if secret else ""
