"""The tables that a database has, as its own migrations made them: those of this version, or of one before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditblanc.interchange.data_folder import VARIABLE
from auditblanc.web.environment import DATABASE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.backends.base.base import BaseDatabaseWrapper

COPY = "copie"
NEWER = "Ces données viennent d’une version plus récente d’Auditblanc : mettez Auditblanc à jour, puis recommencez."


class NewerError(Exception):
    """The database went through a migration that this version lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, by the model that makes and reads it, and the columns that are written: the others follow from them."""

    model: Any
    name: str
    columns: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """``leaves``: the last migration of each application; ``tables``: those that stand since."""

    leaves: list[tuple[str, str]]
    tables: list[Table]


def schema_of(connection: BaseDatabaseWrapper) -> Schema:
    """What stands in a database; no table at all when it is empty.

    Raises:
        NewerError: this version does not know all of it.
    """
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 -- after the settings
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    loader = MigrationLoader(connection)
    applied = set(loader.applied_migrations)
    if applied - set(loader.disk_migrations):
        raise NewerError
    known = applied & set(loader.graph.nodes)
    leaves = sorted(each for each in known if not _goes_on(loader.graph.node_map[each].children, each, known))
    if not leaves:
        return Schema(leaves=[], tables=[])
    made = loader.project_state(leaves).apps.get_models(include_auto_created=True)
    tables = [table for model in (*made, MigrationRecorder.Migration) if (table := _table(model))]
    return Schema(leaves=leaves, tables=tables)


def _table(model: Any) -> Table | None:
    """Nothing for a model that has no table of its own."""
    options = model._meta  # noqa: SLF001 -- public, by Django's own word
    if options.proxy or not options.managed:
        return None
    columns = tuple(field for field in options.local_concrete_fields if not field.generated)
    return Table(model=model, name=options.db_table, columns=columns)


def _goes_on(children: set[object], migration: tuple[str, str], applied: set[tuple[str, str]]) -> bool:
    """Whether a later migration of the same application went over the database too."""
    after = {key for child in children if (key := getattr(child, "key", ("", "")))[0] == migration[0]}
    return bool(after & applied)


def migrate_to(connection: BaseDatabaseWrapper, leaves: list[tuple[str, str]]) -> None:
    """Make the tables of an empty database as they stood at those migrations."""
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415 -- after the settings
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    if not executor.loader.graph.nodes.keys() >= set(leaves):
        # One of them is in the middle of what makes all tables of a new database at once: step by step, then.
        executor.loader = MigrationLoader(connection, replace_migrations=False)
        at_once = executor.loader.replacements
        leaves = [at_once[each].replaces[-1] if each in at_once else each for each in leaves]
    executor.migrate(leaves)


def make_tables(folder: Path, leaves: list[tuple[str, str]] | None = None) -> None:
    """Make the tables in the SQLite database of a folder that is not in use, by a process of its own.

    ``leaves``: as they stood then, in a database that is not there yet; without, all those of this version.

    Raises:
        subprocess.CalledProcessError: it cannot be done.
    """
    environment = {**os.environ, VARIABLE: str(folder)}
    environment.pop(DATABASE_VARIABLE, None)
    asked = [] if leaves is None else [json.dumps(leaves)]
    program = [sys.executable, "-m", "auditblanc.web.local.migrate_aside", *asked]
    subprocess.run(program, env=environment, check=True, capture_output=True)  # noqa: S603 -- our own program


@contextmanager
def opened_beside(file: Path) -> Iterator[BaseDatabaseWrapper]:
    """A SQLite database that Django reads and writes under the name ``COPY``, beside the site's own."""
    from django.db import connections  # noqa: PLC0415 -- after the settings
    from django.db.utils import ConnectionHandler  # noqa: PLC0415

    own = {"ENGINE": "django.db.backends.sqlite3", "NAME": file}
    beside = ConnectionHandler({"default": {}, COPY: own})[COPY]
    connections[COPY] = beside
    try:
        yield beside
    finally:
        beside.close()
        del connections[COPY]
