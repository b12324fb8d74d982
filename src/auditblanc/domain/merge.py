"""Merge one assessment into another: blank never erases, and a conflict keeps both answers in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditblanc.domain.bridge import Bridge, bridge
from auditblanc.domain.difference import Difference
from auditblanc.domain.evidence_merge import merge_evidence
from auditblanc.domain.merge_part import Part
from auditblanc.domain.profile_merge import merge_profile
from auditblanc.domain.rating_merge import merge_rating
from auditblanc.domain.snapshot import Rating, Snapshot

if TYPE_CHECKING:
    from auditblanc.domain.catalogue import Catalogue


class MergeError(ValueError):
    """Two assessments that cannot be merged as they stand, as one French sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What INTO became. ``before`` of a difference is what INTO said, ``after`` what FROM says.

    Of a proof in conflict ``before`` is what INTO says now, its blanks filled: what is left to settle is what differs.

    ``taken``: INTO said nothing, FROM's answer was taken. ``conflicts``: both speak, INTO's answer was kept.
    ``bridge``: how FROM was carried to the text of INTO first, when it stood on another.
    """

    snapshot: Snapshot
    taken: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]
    bridge: Bridge | None = None


def merge(into: Snapshot, from_: Snapshot) -> Merge:
    """``into`` with what ``from_`` says and ``into`` does not. Neither is changed.

    Raises:
        MergeError: they stand on different editions; :func:`merge_across` carries one to the other.
    """
    if into.edition != from_.edition:
        raise MergeError(
            f"L’une porte sur « {into.edition} », l’autre sur « {from_.edition} » : passez-les d’abord au même texte."
        )
    title = _title(into, from_)
    profile = merge_profile(into.profile, from_.profile)
    ratings = _ratings(into, from_)
    evidence = merge_evidence(into.evidence, from_.evidence)
    return Merge(
        snapshot=replace(
            into,
            title=title.value,
            profile=profile.value,
            ratings=ratings.value,
            evidence=evidence.value,
            updated_on=max((day for day in (into.updated_on, from_.updated_on) if day), default=None),
        ),
        taken=(*title.taken, *profile.taken, *ratings.taken, *evidence.taken),
        conflicts=(*title.conflicts, *profile.conflicts, *ratings.conflicts, *evidence.conflicts),
    )


def merge_across(catalogue: Catalogue, into: Snapshot, from_: Snapshot) -> Merge:
    """:func:`merge`, with ``from_`` carried first to the edition of ``into`` when it stands on another.

    Raises:
        EditionError: an edition does not exist, or its file is at fault.
        PathError: the two editions belong to different referentials.
    """
    if into.edition == from_.edition:
        return merge(into, from_)
    carried = bridge(catalogue, from_, into.edition)
    return replace(merge(into, carried.snapshot), bridge=carried)


def _title(into: Snapshot, from_: Snapshot) -> Part[str]:
    if not from_.title or into.title == from_.title:
        return Part(value=into.title)
    found = Difference(field="title", label="Titre", before=into.title, after=from_.title, nothing="sans titre")
    return Part(value=into.title, conflicts=(found,)) if into.title else Part(value=from_.title, taken=(found,))


def _ratings(into: Snapshot, from_: Snapshot) -> Part[tuple[Rating, ...]]:
    """Every rating of ``into``, and those of which something was taken, in the order of the indicators."""
    noted = {rating.indicator for rating in into.ratings}
    numbers = sorted(noted | {rating.indicator for rating in from_.ratings})
    parts = [merge_rating(into.rating(number), from_.rating(number)) for number in numbers]
    return Part(
        value=tuple(part.value for part in parts if part.taken or part.value.indicator in noted),
        taken=tuple(found for part in parts for found in part.taken),
        conflicts=tuple(found for part in parts for found in part.conflicts),
    )
