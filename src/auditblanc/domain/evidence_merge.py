"""Merge proofs: all of both sides, each once, for every indicator that either side says it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.domain.difference import Difference, proof_difference
from auditblanc.domain.merge_part import Part

if TYPE_CHECKING:
    from auditblanc.domain.evidence import Evidence

Proofs = tuple["Evidence", ...]


def merge_evidence(into: Proofs, from_: Proofs) -> Part[Proofs]:
    """Two proofs are the same when title, place, date and holder are; nothing conflicts."""
    proofs = list(into)
    taken: list[Difference] = []
    answered = {(_identity(item), number) for item in into for number in item.indicators}
    for item in from_:
        missing = [number for number in item.indicators if (_identity(item), number) not in answered]
        answered.update((_identity(item), number) for number in missing)
        taken.extend(proof_difference(number, after=replace(item, indicators=(number,))) for number in missing)
        if missing:
            _add(proofs, item)
    return Part(value=tuple(proofs), taken=tuple(taken))


def _add(proofs: list[Evidence], item: Evidence) -> None:
    """One more proof, or the indicators of one more to the first that is the same."""
    for place, held in enumerate(proofs):
        if _identity(held) == _identity(item):
            proofs[place] = replace(held, indicators=tuple(sorted({*held.indicators, *item.indicators})))
            return
    proofs.append(item)


def _identity(item: Evidence) -> tuple[object, ...]:
    return item.title, item.place, item.content_date, item.holder
