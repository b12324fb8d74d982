"""`auditblanc migrate`: every table of a site for several people, and the link that opens the first account."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from auditblanc.web.environment import DATABASE_VARIABLE, text
from auditblanc.web.local import state
from auditblanc.web.local.outside import reached
from auditblanc.web.local.prepare import migrate as every_table
from auditblanc.web.local.prepare import set_up
from auditblanc.web.server.settled import settled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

# Of the locks that PostgreSQL keeps for whoever asks: any number, the same on each machine.
_KEY = 0x6D69_6772_6174


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """``copy``: of the data as they were, when something was to change. ``link``: opens the first account, "" once somebody has one."""

    copy: Path | None
    link: str


def migrate(folder: Path, *, at: datetime) -> Migrated:
    """Bring the data to this version, after a copy. Of two at once, on two machines too, the second waits.

    Raises:
        RefusedError: the settings are unsafe, the data come from a newer version, or the database does not answer.
    """
    site = settled(folder)
    set_up()
    from django.core.management import call_command  # noqa: PLC0415 -- after the settings
    from django.db import connections  # noqa: PLC0415

    from auditblanc.accounts.invitations import invite_administrator  # noqa: PLC0415

    with reached(), _alone(folder):
        copy = every_table(folder, at=at)
        call_command("createcachetable", verbosity=0)
        secret = invite_administrator(at)
        connections.close_all()
    state.write(folder, replace(state.read(folder), is_shared=True))
    return Migrated(copy=copy, link=f"{site.address}/invitation/{secret}/" if secret else "")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else prepares these data meanwhile. Let go by the system when this process ends, however it does."""
    from django.db import DEFAULT_DB_ALIAS, connections  # noqa: PLC0415 -- after the settings

    if not text(DATABASE_VARIABLE):
        with FileLock(folder / "mise-a-jour.lock"):
            yield
        return
    # A connection of its own: the others are closed on the way.
    with closing(connections.create_connection(DEFAULT_DB_ALIAS)) as held:
        with held.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_KEY])
        yield
