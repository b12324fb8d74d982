"""What lies outside of the program and may not answer, or refuse: the database, the store of files, the disk."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditblanc.web.environment import DATABASE_VARIABLE, FILES_VARIABLE, text
from auditblanc.web.local.refused import RefusedError
from auditblanc.web.local.row_copy import RefusedRowError
from auditblanc.web.local.tables import NEWER, NewerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATABASE = "La base PostgreSQL ne répond pas, ou refuse ({reason}) : vérifiez qu’elle fonctionne et ce que dit {variable}, puis recommencez."
_BUSY = "La base PostgreSQL est occupée par un site ouvert : arrêtez Auditblanc sur chaque machine, puis recommencez."
_SHARED = (
    "Cette base PostgreSQL contient autre chose qu’Auditblanc ({reason}) : donnez-lui une base qui ne sert qu’à lui."
)
_STORE = "Le stockage des fichiers ne répond pas, ou refuse ({reason}) : vérifiez ce que dit {variable} et ses clés d’accès, puis recommencez."
_FULL = "Le disque qui porte le dossier des données est plein : libérez de la place, puis recommencez."
_ROW = "Une ligne ne peut pas passer d’une base à l’autre (table « {table} » : {reason}) : rien n’a été changé ; signalez-le."
# As the library of PostgreSQL names what it is told.
_WAITED = {"LockNotAvailable", "DeadlockDetected"}
_OF_OTHERS = {"DuplicateTable", "DuplicateObject", "DependentObjectsStillExist"}
_FORBIDDEN = {"InsufficientPrivilege", "InvalidSchemaName"}
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def reached() -> Iterator[None]:
    """A failure of what lies outside is told in one sentence.

    Raises:
        RefusedError: it is one.
    """
    try:
        yield
    except NewerError as error:
        raise RefusedError(NEWER) from error
    except RefusedRowError as error:
        raise RefusedError(_ROW.format(table=error.table, reason=error.reason)) from error
    except Exception as error:
        sentence = _of_disk(error) or _of_database(error) or _of_store(error)
        if not sentence:
            raise
        raise RefusedError(sentence) from error


def _of_disk(error: Exception) -> str:
    """SQLite says so in words alone; a process of ours, on its error stream."""
    if isinstance(error, OSError):
        return _FULL if error.errno in _DISK else ""
    if isinstance(error, subprocess.CalledProcessError):
        told = bytes(error.stderr or b"")
    else:
        told = str(error).encode() if isinstance(error.__cause__ or error, sqlite3.Error) else b""
    return _FULL if b"disk is full" in told or b"disk I/O error" in told else ""


def _of_database(error: Exception) -> str:
    from django.db import InterfaceError, NotSupportedError, OperationalError, ProgrammingError  # noqa: PLC0415 -- after the settings
    from django.db.migrations.exceptions import MigrationSchemaMissing  # noqa: PLC0415

    # The list of migrations is the first table to be made.
    known = InterfaceError | OperationalError | NotSupportedError | ProgrammingError | MigrationSchemaMissing
    if not text(DATABASE_VARIABLE) or not isinstance(error, known):
        return ""
    cause = type(error.__cause__).__name__
    if cause in _WAITED:
        return _BUSY
    if cause in _OF_OTHERS:
        return _SHARED.format(reason=_first_line(error))
    is_ours = isinstance(error, ProgrammingError) and cause not in _FORBIDDEN
    return "" if is_ours else _DATABASE.format(reason=_first_line(error), variable=DATABASE_VARIABLE)


def _of_store(error: Exception) -> str:
    if not text(FILES_VARIABLE):
        return ""
    from boto3.exceptions import Boto3Error  # noqa: PLC0415 -- only where files lie on such a server
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    is_of_it = isinstance(error, Boto3Error | BotoCoreError | ClientError)
    return _STORE.format(reason=_first_line(error), variable=FILES_VARIABLE) if is_of_it else ""


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip(" .:")
