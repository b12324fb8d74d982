"""Attempts to come in, counted for all workers in one table. What was counted under a clock that was ahead is forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.core.cache.backends.db import DatabaseCache
from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable

# Nothing is counted for longer: whoever was stopped while the clock was a year ahead would stay out for a year.
LONGEST = timedelta(days=1)


class Attempts(DatabaseCache):
    """Django's own, which believes the time that each count was made at."""

    def get_many(self, keys: Iterable[str], version: int | None = None) -> dict[str, Any]:
        self._forget_other_clocks()
        found: dict[str, Any] = super().get_many(keys, version)
        return found

    def _forget_other_clocks(self) -> None:
        table = connection.ops.quote_name(self._table)  # type: ignore[attr-defined]  # its base has it
        last = datetime.now(tz=UTC).replace(microsecond=0) + LONGEST
        said = [connection.ops.adapt_datetimefield_value(last)]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {table} WHERE expires > %s LIMIT 1", said)  # noqa: S608 -- the name is of our settings
            if cursor.fetchone():
                cursor.execute(f"DELETE FROM {table} WHERE expires > %s", said)  # noqa: S608 -- as above
