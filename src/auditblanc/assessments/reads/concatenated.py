"""The level strings of many assessments as one, which both databases make in one pass; counts are slices of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Aggregate, CharField, Q
from django.db.models.functions import Length

from auditblanc.domain.snapshot import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.assessments.models import Assessment

_RARE: dict[Level | None, bytes] = {None: b"0", Level.PARTIAL: b"2", Level.MISSING: b"3"}
Counts = dict[int, dict[Level | None, int]]


class Joined(Aggregate):
    """All the strings of a group, one after the other, in no order."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, '')"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def by_indicator(rows: QuerySet[Assessment], lengths: Iterable[int]) -> Counts:
    """How many have each level, indicator by indicator, in one query.

    ``lengths``: how many indicators editions have; a string of another length is not counted.
    """
    parts = {f"of_{each}": Joined("levels", filter=Q(length=each)) for each in lengths}
    joined = rows.order_by().annotate(length=Length("levels")).aggregate(**parts)
    counts: Counts = {}
    for name, text in joined.items():
        length, data = int(name.removeprefix("of_")), (text or "").encode()
        for place in range(length if data else 0):
            found = counts.setdefault(place + 1, dict.fromkeys((None, *Level), 0))
            _count(data[place::length], found)
    return counts


def _count(column: bytes, found: dict[Level | None, int]) -> None:
    """What is most often there is what is left: counting takes as long as there is to count."""
    rare = {level: column.count(digit) for level, digit in _RARE.items()}
    for level, count in rare.items():
        found[level] += count
    found[Level.READY] += len(column) - sum(rare.values())
