"""Rows of one database in another, table after table: each value as the other one keeps it, none held longer than a batch."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from auditblanc.web.local.live_database import QUEUE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

    from auditblanc.web.local.tables import Schema, Table

AT_ONCE = 2_000


class RefusedRowError(Exception):
    """The other database cannot keep a value. ``table`` and ``reason`` say which and why."""

    def __init__(self, table: str, reason: str) -> None:
        super().__init__(table, reason)
        self.table, self.reason = table, reason


def copy_rows(schema: Schema, source: BaseDatabaseWrapper, target: BaseDatabaseWrapper) -> None:
    """Put every row of these tables in those of ``target``, in the place of what they hold there. Without the queue.

    Keys stay: constraints between tables are for the caller to lift and put back.

    Raises:
        RefusedRowError: a value that the target does not know, or a constraint of its own.
    """
    from django.db import DataError, IntegrityError  # noqa: PLC0415 -- after the settings

    for table in schema.tables:
        try:
            with target.cursor() as cursor:
                cursor.execute(f"DELETE FROM {target.ops.quote_name(table.name)}")  # noqa: S608 -- our own tables
            if table.name in QUEUE:  # what waits there was asked for on other rows
                continue
            # What the library beneath Django raises, as Django tells it.
            with closing(_rows(table, source, target)) as rows, target.wrap_database_errors:
                _put(table, rows, target)
        except (DataError, IntegrityError, ValueError) as error:
            raise RefusedRowError(table.name, str(error).partition("\n")[0]) from error


def _rows(table: Table, source: BaseDatabaseWrapper, target: BaseDatabaseWrapper) -> Generator[tuple[Any, ...]]:
    """The rows, each value as ``target`` is given it."""
    names = (column.attname for column in table.columns)
    found = table.model._base_manager.using(source.alias).order_by("pk").values_list(*names)  # noqa: SLF001 -- every row
    for row in found.iterator(chunk_size=AT_ONCE):
        yield tuple(column.get_db_prep_save(value, target) for column, value in zip(table.columns, row, strict=True))


def _put(table: Table, rows: Iterator[tuple[Any, ...]], target: BaseDatabaseWrapper) -> None:
    name = target.ops.quote_name(table.name)
    columns = ", ".join(target.ops.quote_name(column.column) for column in table.columns)
    if target.vendor == "postgresql":
        with target.cursor() as cursor, cursor.copy(f"COPY {name} ({columns}) FROM STDIN") as into:
            for row in rows:
                into.write_row(row)
        return
    marks = ", ".join("?" for _ in table.columns)
    # Not through Django's cursor, which keeps what it is given until the end.
    target.connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", rows)  # noqa: S608 -- as above
