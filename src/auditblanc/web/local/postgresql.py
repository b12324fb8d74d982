"""The database of a site on PostgreSQL, from and to the one SQLite file that a copy holds. See docs/decisions/0014-copies.md."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditblanc.web.environment import DATABASE_FILE
from auditblanc.web.local.row_copy import copy_rows
from auditblanc.web.local.tables import make_tables, migrate_to, opened_beside, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

    from auditblanc.web.local.tables import Schema

# How long the site may keep us waiting for its tables.
_PATIENCE = "10s"
_KEYS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])
"""


def save_rows(folder: Path) -> Path:
    """Every row of one moment, while others write, as a SQLite database with the same tables, in an empty folder.

    Raises:
        NewerError: a newer version made the tables.
    """
    from django.db import connection  # noqa: PLC0415 -- after the settings

    with _one_moment():
        schema = schema_of(connection)
        make_tables(folder, schema.leaves)
        with opened_beside(folder / DATABASE_FILE) as copy:
            with copy.cursor() as cursor:
                # Nobody else sees this file yet; each key is looked at once, at the end.
                cursor.execute("PRAGMA journal_mode=OFF")
                cursor.execute("PRAGMA synchronous=OFF")
                cursor.execute("PRAGMA foreign_keys=OFF")
                cursor.execute("BEGIN")
            copy_rows(schema, connection, copy)
            with copy.cursor() as cursor:
                cursor.execute("COMMIT")
                cursor.execute("ANALYZE")
    return folder / DATABASE_FILE


@contextmanager
def held() -> Iterator[None]:
    """Nobody reads or writes the data meanwhile, in no process of no machine; all that is done within is, or nothing."""
    from django.db import connection, transaction  # noqa: PLC0415 -- after the settings

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
        names = _own_tables(connection)
        if names:
            cursor.execute(f"LOCK TABLE {_listed(names, connection)} IN ACCESS EXCLUSIVE MODE")
        yield


def is_empty() -> bool:
    from django.db import connection  # noqa: PLC0415 -- after the settings

    return not _own_tables(connection)


def move_aside(schema: str) -> None:
    """Keep the tables that stand as they are, under another schema of the same database. Within :func:`held`."""
    from django.db import connection  # noqa: PLC0415 -- after the settings

    name = connection.ops.quote_name(schema)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {name}")
        for table in _own_tables(connection):
            cursor.execute(f"ALTER TABLE {_listed([table], connection)} SET SCHEMA {name}")


def replace_rows(file: Path) -> None:
    """Put the tables and rows of a SQLite database of this version in the place of those that stand. Within :func:`held`.

    Raises:
        RefusedRowError: PostgreSQL cannot keep a value.
    """
    from django.conf import settings  # noqa: PLC0415 -- after the settings
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    with opened_beside(file) as copy, connection.cursor() as cursor:
        schema = schema_of(copy)
        former = _own_tables(connection)
        if former:
            cursor.execute(f"DROP TABLE {_listed(former, connection)}")
        migrate_to(connection, schema.leaves)
        with _keys_lifted(cursor, [table.name for table in schema.tables]):
            copy_rows(schema, copy, connection)
        _set_sequences(cursor, schema)
        if settings.IS_SHARED:
            call_command("createcachetable", verbosity=0)
        cursor.execute(f"ANALYZE {_listed(_own_tables(connection), connection)}")


@contextmanager
def _one_moment() -> Iterator[None]:
    """What is read within is of one moment, whatever is written meanwhile; where nobody writes, as it is."""
    from django.db import connection, transaction  # noqa: PLC0415 -- after the settings

    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


@contextmanager
def _keys_lifted(cursor: CursorWrapper, names: list[str]) -> Iterator[None]:
    """Keys from one table to another are looked at once, when all rows are there: whatever their order."""
    cursor.execute(_KEYS, [names])
    keys = cursor.fetchall()
    for table, name, _ in keys:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    yield
    for table, name, definition in keys:
        cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _set_sequences(cursor: CursorWrapper, schema: Schema) -> None:
    """The next row of each table gets a number that none has."""
    from django.core.management.color import no_style  # noqa: PLC0415 -- after the settings
    from django.db import connection  # noqa: PLC0415

    for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in schema.tables]):
        cursor.execute(statement)


def _own_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Those that migrations made, by the names of their applications: also of a version that this one does not know.

    The table that counts attempts to sign in is none: it is not data.
    """
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415 -- after the settings

    labels = {application for application, _ in MigrationRecorder(connection).applied_migrations()}
    starts = tuple(f"{label}_" for label in labels | ({"django"} if labels else set()))
    return sorted(name for name in connection.introspection.table_names() if name.startswith(starts))


def _listed(names: list[str], connection: BaseDatabaseWrapper) -> str:
    return ", ".join(map(connection.ops.quote_name, names))
