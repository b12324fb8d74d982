"""One part of a merge: what it becomes, what was taken from the other side and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from auditblanc.domain.difference import Difference

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """In ``taken`` the second value of each difference won, in ``conflicts`` the first."""

    value: T
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()
