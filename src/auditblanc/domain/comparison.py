"""Two assessments, line by line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.difference import Difference, proof_difference
from auditblanc.domain.profile_difference import profile_differences
from auditblanc.domain.rating_difference import rating_differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditblanc.domain.evidence import Evidence
    from auditblanc.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs: the assessment itself, then its profile, then each indicator in order."""

    differences: tuple[Difference, ...]

    @property
    def is_same(self) -> bool:
        return not self.differences

    @property
    def indicators(self) -> tuple[int, ...]:
        """The indicators that differ."""
        return tuple(dict.fromkeys(found.indicator for found in self.differences if found.indicator is not None))

    def of(self, indicator: int | None) -> tuple[Difference, ...]:
        """What differs for an indicator; for ``None``, for the assessment and its profile."""
        return tuple(found for found in self.differences if found.indicator == indicator)


def compare(before: Snapshot, after: Snapshot) -> Comparison:
    """What a person wrote in one assessment and not in the other.

    Marks of a bridge, counts of saves, the day of the last change and the order of proofs are not compared.
    """
    return Comparison(
        differences=(
            *_of_heading(before, after),
            *(found.difference for found in profile_differences(before.profile, after.profile)),
            *(line for number in _numbers(before, after) for line in _of_indicator(before, after, number)),
        )
    )


def _of_heading(before: Snapshot, after: Snapshot) -> Iterator[Difference]:
    if before.edition != after.edition:
        yield Difference(field="edition", label="Texte", before=before.edition, after=after.edition)
    if before.title != after.title:
        yield Difference(field="title", label="Titre", before=before.title, after=after.title, nothing="sans titre")


def _of_indicator(before: Snapshot, after: Snapshot, number: int) -> Iterator[Difference]:
    yield from rating_differences(before.rating(number), after.rating(number))
    mine, theirs = _proofs(before, number), _proofs(after, number)
    for item in mine:
        if item not in theirs:
            yield proof_difference(number, before=item)
    for item in theirs:
        if item not in mine:
            yield proof_difference(number, after=item)


def _proofs(snapshot: Snapshot, number: int) -> tuple[Evidence, ...]:
    """The proofs of one indicator, whatever else they answer to."""
    found = (replace(item, indicators=(number,)) for item in snapshot.evidence_of(number))
    return tuple(dict.fromkeys(found))


def _numbers(*snapshots: Snapshot) -> tuple[int, ...]:
    rated = {rating.indicator for snapshot in snapshots for rating in snapshot.ratings}
    proved = {number for snapshot in snapshots for item in snapshot.evidence for number in item.indicators}
    return tuple(sorted(rated | proved))
