"""What is around the site fails, not the site: the database or the store of files does not answer, the disk takes no more.

It passes by itself.
"""

from __future__ import annotations

import errno
import sqlite3
from enum import Enum

from django.db import InterfaceError, OperationalError

# The primary codes of SQLite: another program holds the file, or it cannot be opened at this moment.
_AWAY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN})
_UNWRITABLE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR})
# Of PostgreSQL, by their beginning: connections, resources, locks not had, conflicts between transactions, a server that stops.
_STATES_AWAY = ("08", "53", "55P03", "40001", "40P01", "57P")
_STATES_UNWRITABLE = ("53100", "25006", "58030")
_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO})
_STORE_LIBRARIES = ("botocore.", "boto3.", "s3transfer.")
_PRIMARY = 0xFF


class Outage(Enum):
    """``AWAY``: no answer, or none in time. ``UNWRITABLE``: it answers, and nothing can be written. ``STORE``: files alone."""

    AWAY = "away"
    UNWRITABLE = "unwritable"
    STORE = "store"


def outage(error: BaseException | None) -> Outage | None:
    """Which outage an exception tells of; ``None``: it is a fault of ours."""
    match error:
        case OperationalError() | InterfaceError():
            return _of_database(error.__cause__)
        case sqlite3.Error():
            # Copies are made without Django in between.
            return _of_database(error)
        case OSError(errno=code) if code in _DISK:
            return Outage.UNWRITABLE
    # Told by its library, which is there only where files lie on such a server.
    return Outage.STORE if type(error).__module__.startswith(_STORE_LIBRARIES) else None


def _of_database(cause: BaseException | None) -> Outage | None:
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & _PRIMARY
        return Outage.AWAY if code in _AWAY else Outage.UNWRITABLE if code in _UNWRITABLE else None
    # Without a state, PostgreSQL was not reached at all, or the connection broke.
    state = getattr(cause, "sqlstate", None) or "08"
    if state.startswith(_STATES_UNWRITABLE):
        return Outage.UNWRITABLE
    return Outage.AWAY if state.startswith(_STATES_AWAY) else None
