"""The way from one edition to another: back to what they both come from, then forward."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.domain.referential import Edition

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue


class PathError(ValueError):
    """Two editions between which nothing can be carried, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edition left for the next. ``told_by`` says what changes: the newer of the two, or neither (``None``)."""

    before: Edition
    after: Edition
    told_by: Edition | None

    @property
    def is_back(self) -> bool:
        """Whether this step undoes what an edition changed."""
        return self.told_by is self.before


def steps(catalogue: Catalogue, start: str, end: str) -> tuple[Step, ...]:
    """The steps from one edition to another, none when they are the same.

    Editions without a common base are one step, of which nobody tells what it changes.

    Raises:
        EditionError: one of them does not exist, or its file is at fault.
        PathError: they belong to different referentials.
    """
    first, last = catalogue.edition(start), catalogue.edition(end)
    if first.referential != last.referential:
        raise PathError(
            f"« {first.title} » et « {last.title} » sont deux référentiels différents : rien ne se reporte de l’un à l’autre."
        )
    up, down = catalogue.lineage(start), catalogue.lineage(end)
    shared = next((identifier for identifier in up if identifier in down), "")
    if not shared:
        return (Step(before=first, after=last, told_by=None),)
    back = [catalogue.edition(identifier) for identifier in up[: up.index(shared) + 1]]
    forward = [catalogue.edition(identifier) for identifier in reversed(down[: down.index(shared) + 1])]
    return (
        *(Step(before=newer, after=older, told_by=newer) for newer, older in itertools.pairwise(back)),
        *(Step(before=older, after=newer, told_by=newer) for older, newer in itertools.pairwise(forward)),
    )
