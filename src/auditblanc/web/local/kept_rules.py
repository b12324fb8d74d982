"""Does PostgreSQL still hold to what the tables ask for: each rule is there, each row points at rows that are there?

SQLite tells it of its own file (``live_database.is_whole``); PostgreSQL holds rules only as long as nobody takes them away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.utils import CursorWrapper

_GONE = "La table « {table} » n’a plus la règle « {rule} », qui a été retirée hors d’Auditblanc : restaurez votre dernière copie avec « auditblanc restore », qui refait les tables."
_ASTRAY = "Des lignes de la table « {table} » en désignent d’autres, de « {other} », qui n’y sont plus : restaurez votre dernière copie avec « auditblanc restore »."


def faults() -> Iterator[str]:
    """One sentence for each rule that is gone, and each table with rows that point nowhere."""
    from django.apps import apps  # noqa: PLC0415 -- after the settings
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            options = model._meta  # noqa: SLF001 -- public, by Django's own word
            if options.managed and not options.proxy:
                found = connection.introspection.get_constraints(cursor, options.db_table)
                yield from _rules(options, found)
                yield from _keys(cursor, options, found)


def _rules(options: Any, found: dict[str, Any]) -> Iterator[str]:
    for rule in options.constraints:
        if rule.name not in found:
            yield _GONE.format(table=options.db_table, rule=rule.name)


def _keys(cursor: CursorWrapper, options: Any, found: dict[str, Any]) -> Iterator[str]:
    there = {(*each["columns"], *each["foreign_key"]) for each in found.values() if each["foreign_key"]}
    for field in options.local_concrete_fields:
        if not field.remote_field or not field.db_constraint:
            continue
        other, column = field.target_field.model._meta.db_table, field.target_field.column  # noqa: SLF001 -- as above
        if (field.column, other, column) not in there:
            yield _GONE.format(table=options.db_table, rule=f"{field.column} → {other}")
        cursor.execute(
            f'SELECT EXISTS (SELECT FROM "{options.db_table}" AS here WHERE here."{field.column}" IS NOT NULL'  # noqa: S608 -- our own tables
            f' AND NOT EXISTS (SELECT FROM "{other}" AS there WHERE there."{column}" = here."{field.column}"))'
        )
        if cursor.fetchone()[0]:
            yield _ASTRAY.format(table=options.db_table, other=other)
