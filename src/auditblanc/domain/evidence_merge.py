"""Merge proofs: all of both sides, each once, for every indicator that either side says it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.difference import Difference, proof_difference
from auditblanc.domain.merge_part import Part

if TYPE_CHECKING:
    from auditblanc.domain.snapshot import Evidence

Proofs = tuple["Evidence", ...]


def merge_evidence(into: Proofs, from_: Proofs) -> Part[Proofs]:
    """Two proofs are the same when title, place, date and holder are; nothing conflicts."""
    proofs = into
    taken: list[Difference] = []
    for item in from_:
        same = [held for held in proofs if _is_same(held, item)]
        known = {number for held in same for number in held.indicators}
        missing = tuple(number for number in item.indicators if number not in known)
        if missing:
            proofs = _with(proofs, item, same[:1])
            taken.extend(proof_difference(number, after=replace(item, indicators=(number,))) for number in missing)
    return Part(value=proofs, taken=tuple(taken))


def _with(proofs: Proofs, item: Evidence, same: list[Evidence]) -> Proofs:
    """``proofs`` and one more, or the first that is the same with its indicators too."""
    if not same:
        return (*proofs, item)
    place = proofs.index(same[0])
    both = replace(item, indicators=tuple(sorted({*same[0].indicators, *item.indicators})))
    return (*proofs[:place], both, *proofs[place + 1 :])


def _is_same(one: Evidence, other: Evidence) -> bool:
    return replace(one, indicators=other.indicators) == other
