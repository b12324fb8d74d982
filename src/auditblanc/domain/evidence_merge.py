"""Merge proofs: all of both sides, each once, for every indicator that either side says it answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditblanc.domain.difference import Difference, proof_difference
from auditblanc.domain.evidence import EvidenceState
from auditblanc.domain.merge_part import Part

if TYPE_CHECKING:
    from auditblanc.domain.evidence import Evidence

Proofs = tuple["Evidence", ...]


def merge_evidence(into: Proofs, from_: Proofs, *, own: int | None = None) -> Part[Proofs]:
    """Two proofs are the same when title, place, date and holder are: what one leaves blank, the other fills.

    A conflict is the whole proof, told once: the two say otherwise what it shows, its period, its rhythm, its site or
    how far it is. Two proofs of one side are never made into one, unless they are equal. ``own``: how many of ``into``,
    the first ones, are its own; the others came from the other side before.
    """
    proofs = list(into)
    taken: list[Difference] = []
    conflicts: list[Difference] = []
    for item in from_:
        place = _place(proofs, item, len(into) if own is None else own)
        if place is None:
            proofs.append(item)
            taken += [_found(number, item) for number in item.indicators]
            continue
        held, known = proofs[place], _answered(proofs, place)
        missing = tuple(number for number in item.indicators if number not in known)
        proofs[place] = joined = _joined(held, replace(item, indicators=missing))
        filled = item.indicators[:1] if _details(joined) != _details(held) else ()
        taken += [_found(number, item) for number in missing or filled]
        if _contradicts(held, item):
            conflicts.append(_found(item.indicators[0], item, held))
    return Part(value=tuple(proofs), taken=tuple(taken), conflicts=tuple(conflicts))


def prefer(into: Proofs, item: Evidence) -> Proofs:
    """``into`` where the proof that is the same as ``item`` says what ``item`` says, wherever that one speaks."""
    place = _place(into, item, len(into))
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


def _place(proofs: Proofs | list[Evidence], item: Evidence, own: int) -> int | None:
    """Where the same proof is: one that says the same, else among the ``own`` first one that agrees, else any of them."""
    same = [place for place, held in enumerate(proofs) if _identity(held) == _identity(item)]
    equal = [place for place in same if _details(proofs[place]) == _details(item)]
    mine = [place for place in same if place < own]
    agreeing = [place for place in mine if not _contradicts(proofs[place], item)]
    return next(iter((*equal, *agreeing, *mine)), None)


def _answered(proofs: list[Evidence], place: int) -> set[int]:
    """The indicators that a proof answers to, or another that says exactly the same."""
    said = _details(proofs[place])
    return {number for each in proofs if _details(each) == said for number in each.indicators}


def _joined(held: Evidence, item: Evidence) -> Evidence:
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
