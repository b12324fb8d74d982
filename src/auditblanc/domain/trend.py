"""How levels moved over frozen copies of an assessment, which may stand on different editions."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from auditblanc.domain.applicability import applicabilities
from auditblanc.domain.progress import Tally, tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditblanc.domain.catalogue import Catalogue
    from auditblanc.domain.snapshot import Level, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The indicators whose level is no longer that of the copy before. The better level is the lower number."""

    better: tuple[int, ...] = ()
    worse: tuple[int, ...] = ()
    newly_rated: tuple[int, ...] = ()
    no_longer_rated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One frozen copy: its counts, over the indicators that count in it, and what moved since the one before.

    ``moves`` is ``None`` for the first copy.
    """

    day: date
    edition: str
    tally: Tally
    moves: Moves | None = None


def trend(catalogue: Catalogue, copies: Iterable[tuple[date, Snapshot]]) -> tuple[Point, ...]:
    """A point a copy, in the order of their days; copies of one day keep the order they are given in.

    An indicator moved when it counts in the later copy, whatever the earlier one said of it.

    Raises:
        EditionError: an edition does not exist, or its file is at fault.
    """
    return tuple(_points(catalogue, sorted(copies, key=lambda copy: copy[0])))


def _points(catalogue: Catalogue, copies: list[tuple[date, Snapshot]]) -> Iterator[Point]:
    before: Snapshot | None = None
    for day, snapshot in copies:
        found = applicabilities(catalogue.edition(snapshot.edition), snapshot)
        numbers = [each.indicator for each in found if each.counts]
        yield Point(
            day=day,
            edition=snapshot.edition,
            tally=tally(snapshot, found),
            moves=_moves(before, snapshot, numbers) if before else None,
        )
        before = snapshot


def _moves(before: Snapshot, after: Snapshot, numbers: list[int]) -> Moves:
    names = {number: _move(before.rating(number).level, after.rating(number).level) for number in numbers}
    return Moves(
        **{field.name: tuple(number for number, name in names.items() if name == field.name) for field in fields(Moves)}
    )


def _move(before: Level | None, after: Level | None) -> str:
    """The field of :class:`Moves` that an indicator goes to; empty when it did not move."""
    if before == after:
        return ""
    if before is None:
        return "newly_rated"
    if after is None:
        return "no_longer_rated"
    return "better" if after < before else "worse"
