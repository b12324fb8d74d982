"""`auditblanc migrate`: every table of a site for several people, and the link that opens the first account."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditblanc.web.local import state
from auditblanc.web.local.outside import reached
from auditblanc.web.local.prepare import migrate as every_table
from auditblanc.web.server.settled import settled

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """``copy``: of the data as they were, when something was to change. ``link``: opens the first account, "" once somebody has one."""

    copy: Path | None
    link: str


def migrate(folder: Path, *, at: datetime) -> Migrated:
    """Bring the data to this version, after a copy.

    Raises:
        RefusedError: the settings are unsafe, the data come from a newer version, or the database does not answer.
    """
    site = settled(folder)
    with reached():
        copy = every_table(folder, at=at)
    from django.core.management import call_command  # noqa: PLC0415 -- after the settings
    from django.db import connections  # noqa: PLC0415

    from auditblanc.accounts.invitations import invite_administrator  # noqa: PLC0415

    call_command("createcachetable", verbosity=0)
    secret = invite_administrator(at)
    connections.close_all()
    state.write(folder, replace(state.read(folder), is_shared=True))
    return Migrated(copy=copy, link=f"{site.address}/invitation/{secret}/" if secret else "")
