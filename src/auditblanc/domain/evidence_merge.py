"""Merge proofs: all of both sides, each once, for every indicator that either side says it answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from auditblanc.domain.difference import Difference, proof_difference
from auditblanc.domain.evidence import Evidence, EvidenceState
from auditblanc.domain.merge_part import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

Proofs = tuple[Evidence, ...]


def merge_evidence(into: Proofs, from_: Proofs, *, own: int | None = None) -> Part[Proofs]:
    """Two proofs are the same when title, place, date and holder are: what one leaves blank, the other fills.

    A conflict is the whole proof, told once: the two say otherwise what it shows, its period, its rhythm, its site or
    how far it is; its ``before`` is the proof as the merge leaves it. Two proofs of one side are never made into one,
    unless one says all that the other says. ``own``: how many of ``into``, the first ones, are its own; the others came
    from the other side before.
    """
    shelf = Shelf(into, len(into) if own is None else own)
    taken: list[Difference] = []
    against: list[tuple[int, Evidence]] = []
    for item in from_:
        found = shelf.compared(item)
        shelf.put(found)
        taken += found.taken
        if found.place is not None and found.conflicts:
            against.append((found.place, item))
    kept = shelf.proofs
    conflicts = tuple(_found(item.indicators[0], item, kept[place]) for place, item in against)
    return Part(value=kept, taken=tuple(taken), conflicts=conflicts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a proof of the other side makes of the one at ``place``, or as a new one."""

    place: int | None
    joined: Evidence
    taken: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()


class Shelf:
    """Proofs, found again by what tells them apart: each question takes as long whatever their number."""

    def __init__(self, proofs: Iterable[Evidence], own: int) -> None:
        self._proofs: list[Evidence] = []
        self._own = own
        self._alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for item in proofs:
            self._append(item)

    @property
    def proofs(self) -> Proofs:
        return tuple(self._proofs)

    def compared(self, item: Evidence) -> Compared:
        """``item`` beside what is here; nothing is changed."""
        place = self.place(item)
        if place is None:
            return Compared(place=None, joined=item, taken=tuple(_found(number, item) for number in item.indicators))
        held = self._proofs[place]
        fills = _details(_joined(held, item)) != _details(held)
        known = self._answered(place, item)
        missing = tuple(number for number in item.indicators if number not in known)
        joined = _joined(held, replace(item, indicators=missing))
        filled = item.indicators[:1] if fills else ()
        conflicts = (_found(item.indicators[0], item, held),) if _contradicts(held, item) else ()
        taken = tuple(_found(number, item) for number in missing or filled)
        return Compared(place=place, joined=joined, taken=taken, conflicts=conflicts)

    def put(self, found: Compared) -> None:
        if found.place is None:
            self._append(found.joined)
        else:
            self._proofs[found.place] = found.joined

    def place(self, item: Evidence) -> int | None:
        """Where the same proof is: one that says the same, else among the own ones one that agrees, else any of them.

        First of all the one that says everything already, and of several the one that answers to the same indicators:
        a proof noted line by line meets its own line, and a second merge meets what the first one filled.
        """
        same = self._alike.get(_identity(item), ())
        mine = sorted((place for place in same if place < self._own), key=lambda place: self._distance(place, item))
        agreeing = [place for place in mine if not _contradicts(self._proofs[place], item)]
        knowing = [place for place in agreeing if self._knows(place, item)]
        equal = (place for place in same if _details(self._proofs[place]) == _details(item))
        return next((place for places in (knowing, equal, agreeing, mine) for place in places), None)

    def _distance(self, place: int, item: Evidence) -> tuple[bool, bool]:
        return not self._knows(place, item), not set(item.indicators) <= set(self._proofs[place].indicators)

    def _knows(self, place: int, item: Evidence) -> bool:
        return _joined(self._proofs[place], item) == self._proofs[place]

    def _answered(self, place: int, item: Evidence) -> set[int]:
        """The indicators of the proof at ``place``, and of any other that says all that ``item`` says."""
        bare = replace(item, indicators=())
        alike = (each for each in self._alike[_identity(item)] if each == place or self._says(each, bare))
        return {number for each in alike for number in self._proofs[each].indicators}

    def _says(self, place: int, item: Evidence) -> bool:
        return self._knows(place, item) and not _contradicts(self._proofs[place], item)

    def _append(self, item: Evidence) -> None:
        self._alike[_identity(item)].append(len(self._proofs))
        self._proofs.append(item)


def prefer(into: Proofs, item: Evidence) -> Proofs:
    """``into`` where the proof that is the same as ``item`` says what ``item`` says, wherever that one speaks."""
    place = Shelf(into, len(into)).place(item)
    if place is None:
        return (*into, item)
    chosen = replace(_joined(into[place], item), **_fields(spoken(item)))
    return (*into[:place], chosen, *into[place + 1 :])


def spoken(item: Evidence) -> dict[str, Any]:
    """What a proof says beside its name, by answer, without what it leaves blank. « Prête » says nothing: forms say no state."""
    answers = {
        "shows": item.shows,
        "covers": (item.covers_from, item.covers_to),
        "renewal_months": item.renewal_months,
        "site": item.site,
        "state": item.state,
    }
    blank = ("", None, (None, None), EvidenceState.READY)
    return {name: value for name, value in answers.items() if value not in blank}


def _joined(held: Evidence, item: Evidence) -> Evidence:
    """``held`` with what ``item`` says where it is silent, its indicators, dossiers and files too."""
    said = spoken(held)
    filled = {name: value for name, value in spoken(item).items() if name not in said and name != "state"}
    return replace(
        held,
        indicators=tuple(sorted({*held.indicators, *item.indicators})),
        dossiers=tuple(sorted({*held.dossiers, *item.dossiers})),
        pieces=(*held.pieces, *(piece for piece in item.pieces if piece not in held.pieces)),
        has_personal_data=held.has_personal_data or item.has_personal_data,
        has_health_data=held.has_health_data or item.has_health_data,
        **_fields(filled),
    )


def _contradicts(held: Evidence, item: Evidence) -> bool:
    said = {"state": held.state, **spoken(held)}
    return any(said.get(name, value) != value for name, value in spoken(item).items())


def _fields(answers: dict[str, Any]) -> dict[str, Any]:
    first, last = answers.pop("covers", (None, None))
    return {**answers, "covers_from": first, "covers_to": last} if first or last else answers


def _found(number: int, item: Evidence, held: Evidence | None = None) -> Difference:
    before = replace(held, indicators=(number,)) if held else None
    return proof_difference(number, before=before, after=replace(item, indicators=(number,)))


def _details(item: Evidence) -> Evidence:
    return replace(item, indicators=())


def _identity(item: Evidence) -> tuple[object, ...]:
    return item.title, item.place, item.content_date, item.holder
