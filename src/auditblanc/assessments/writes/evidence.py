"""The register: note, change and throw away proofs of an organisation, each kept once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Dossier, Evidence, EvidenceDossier, EvidenceIndicator
from auditblanc.assessments.reads import register, rows
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.levels import touch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from auditblanc.assessments.models import Assessment
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import evidence as frozen


# A proof before and after; nothing before it was noted, or once it is thrown away.
Change = tuple["frozen.Evidence | None", "frozen.Evidence | None"]


class StaleEvidenceError(Exception):
    """Somebody changed the proof since the person saw it: show it again, with what was typed."""


def note(
    organisation: int, items: Sequence[frozen.Evidence], stamp: Stamp, *, on: Assessment | None = None
) -> tuple[Evidence, ...]:
    """Proofs put in the register, in as many queries whatever their number; pieces apart (``writes.pieces``).

    One that is there already, by its key or by title, place, date and holder, gets the indicators and dossiers that it
    lacks: never a second copy. ``on`` is the assessment they were noted on. The same request again notes nothing more.
    """
    with writing():
        if journal.answered(organisation, stamp):
            return ()
        changes = put(organisation, items)
        record(organisation, changes, stamp, on)
        return tuple(Evidence.objects.filter(key__in=[after.key for _, after in changes if after]))


def put(organisation: int, items: Sequence[frozen.Evidence]) -> list[Change]:
    """As :func:`note`, for who tells the journal and holds the transaction; each proof before and after."""
    held = _held(organisation)
    new = [item for item in _joined(items) if _same(held, item) is None]
    known = [(found, item) for item in items if (found := _same(held, item))]
    return [*add(organisation, new), *_complete(organisation, known)]


def keys_of(organisation: int, items: Sequence[frozen.Evidence]) -> tuple[str, ...]:
    """The keys, in the register, of proofs that are there; "" for one that is not."""
    held = _held(organisation) if items else {}
    return tuple(found.key if (found := _same(held, item)) else "" for item in items)


def change(row: Evidence, item: frozen.Evidence, stamp: Stamp, *, seen: int, on: Assessment | None = None) -> None:
    """What a proof says, its indicators and its dossiers; its pieces are left as they are. ``seen``: the version it had.

    Raises:
        StaleEvidenceError: it has another version by now; nothing was written.
    """
    with writing():
        before = one(row)
        item = replace(item, key=row.key, pieces=before.pieces)
        if before == item:
            return
        # The one question that both asks and takes: two people never change the same version.
        own = Evidence.objects.filter(pk=row.pk, version=seen, removed_at=None)
        if not own.update(version=seen + 1, **rows.evidence_columns(item)):
            raise StaleEvidenceError
        if before.indicators != item.indicators:
            row.links.all().delete()
            _cite([(row.pk, number) for number in item.indicators])
        if before.dossiers != item.dossiers:
            row.in_dossiers.all().delete()
            _file(row.organisation_id, [(row.pk, each) for each in item.dossiers])
        record(row.organisation_id, [(before, item)], stamp, on)


def change_many(rows_: Sequence[Evidence], changed: Callable[[frozen.Evidence], frozen.Evidence], stamp: Stamp) -> int:
    """The same change to many proofs, an event each; how many did change. The same request again changes nothing."""
    with writing():
        if rows_ and journal.answered(rows_[0].organisation_id, stamp):
            return 0
        done = 0
        for row in rows_:
            before = one(row)
            item = changed(before)
            if item != before:
                change(row, item, replace(stamp, request_id="" if done else stamp.request_id), seen=row.version)
                done += 1
        return done


def attach(rows_: Sequence[Evidence], indicator: int, stamp: Stamp) -> int:
    """Proofs of the register answer to one indicator more; how many did not yet. The same request again changes nothing."""
    return change_many(
        rows_, lambda item: replace(item, indicators=tuple(sorted({*item.indicators, indicator}))), stamp
    )


def detach(row: Evidence, indicator: int, stamp: Stamp, *, on: Assessment) -> None:
    """A proof answers to one indicator less; it stays in the register, to attach again where it was the last one."""
    with writing():
        item = one(row)
        left = tuple(number for number in item.indicators if number != indicator)
        change(row, replace(item, indicators=left), stamp, seen=Evidence.objects.get(pk=row.pk).version, on=on)


def remove_many(rows_: Sequence[Evidence], stamp: Stamp) -> None:
    """Throw many proofs away, or none."""
    with writing():
        for row in rows_:
            remove(row, replace(stamp, request_id=""))


def remove(row: Evidence, stamp: Stamp, *, on: Assessment | None = None) -> None:
    """Throw a proof away; for thirty days it can be put back (``put_back``), and the journal keeps what it said."""
    with writing():
        before = one(row)
        Evidence.objects.filter(pk=row.pk).update(removed_at=stamp.at)
        record(row.organisation_id, [(before, None)], stamp, on)


def put_back(row: Evidence, stamp: Stamp) -> None:
    """Take a proof out of the bin."""
    with writing():
        Evidence.objects.filter(pk=row.pk).update(removed_at=None)
        record(row.organisation_id, [(None, one(row))], stamp, None)


def one(row: Evidence) -> frozen.Evidence:
    """The proof as it is now, thrown away or not."""
    (found,) = register.frozen(Evidence.objects.filter(pk=row.pk))
    return found


def record(organisation: int, changes: Sequence[Change], stamp: Stamp, on: Assessment | None) -> None:
    """Tell the journal of proofs changed, one event each, and the assessment they were changed from that it was touched."""
    if on is not None and changes:
        touch(on, stamp.at, {})
    journal.record(organisation, stamp, [_told(before, after, on) for before, after in changes])


def _told(before: frozen.Evidence | None, after: frozen.Evidence | None, on: Assessment | None) -> journal.Change:
    said = after or before
    return journal.Change(
        verb="noted" if before is None else "changed" if after else "removed",
        assessment=on.key if on else "",
        indicator=said.indicators[0] if said and said.indicators else None,
        field="evidence",
        before=before,
        after=after,
    )


# Those already there


def _held(organisation: int) -> dict[object, frozen.Evidence]:
    """The proofs of the register, by their key and by what tells them apart."""
    held: dict[object, frozen.Evidence] = {}
    for proof in register.proofs(organisation):
        held[proof.key] = proof
        held.setdefault(_identity(proof), proof)
    return held


def _same(held: dict[object, frozen.Evidence], item: frozen.Evidence) -> frozen.Evidence | None:
    return held.get(item.key) if item.key in held else held.get(_identity(item))


def _identity(item: frozen.Evidence) -> object:
    return item.title, item.place, item.content_date, item.holder


def _joined(items: Iterable[frozen.Evidence]) -> Iterator[frozen.Evidence]:
    """The same proof noted twice at once is one."""
    alike: dict[object, list[frozen.Evidence]] = defaultdict(list)
    for item in items:
        alike[_identity(item)].append(item)
    for first, *others in alike.values():
        yield _with(first, others)


def _with(proof: frozen.Evidence, others: Iterable[frozen.Evidence]) -> frozen.Evidence:
    """A proof with the indicators and dossiers of others too."""
    every = (proof, *others)
    return replace(
        proof,
        indicators=tuple(sorted({number for each in every for number in each.indicators})),
        dossiers=tuple(sorted({dossier for each in every for dossier in each.dossiers})),
    )


# The rows


def add(organisation: int, items: Sequence[frozen.Evidence]) -> list[Change]:
    """New proofs, without looking whether they are there already; for who tells the journal and holds the transaction."""
    made = Evidence.objects.bulk_create(
        Evidence(organisation_id=organisation, **rows.evidence_columns(item)) for item in items
    )
    pairs = list(zip(made, items, strict=True))
    _cite([(row.pk, number) for row, item in pairs for number in item.indicators])
    _file(organisation, [(row.pk, dossier) for row, item in pairs for dossier in item.dossiers])
    return [(None, replace(item, key=row.key, pieces=())) for row, item in pairs]


def _complete(organisation: int, known: Iterable[tuple[frozen.Evidence, frozen.Evidence]]) -> list[Change]:
    """The indicators and dossiers that proofs already there lack."""
    lacking: dict[str, tuple[frozen.Evidence, frozen.Evidence]] = {}
    for found, item in known:
        lacking[found.key] = (found, _with(lacking.get(found.key, (found, found))[1], [item]))
    changes = [(before, after) for before, after in lacking.values() if before != after]
    if changes:
        keys = [before.key for before, _ in changes]
        numbers = dict(Evidence.objects.filter(organisation=organisation, key__in=keys).values_list("key", "pk"))
        added = [(numbers[before.key], before, after) for before, after in changes]
        _cite(
            [
                (pk, number)
                for pk, before, after in added
                for number in set(after.indicators).difference(before.indicators)
            ]
        )
        _file(
            organisation,
            [(pk, each) for pk, before, after in added for each in set(after.dossiers).difference(before.dossiers)],
        )
    return list(changes)


def _cite(links: Iterable[tuple[int, int]]) -> None:
    EvidenceIndicator.objects.bulk_create(EvidenceIndicator(evidence_id=pk, indicator=number) for pk, number in links)


def _file(organisation: int, links: Sequence[tuple[int, frozen.Dossier]]) -> None:
    """Proofs into dossiers, made where they are new."""
    if not links:
        return
    wanted = {dossier for _, dossier in links}
    Dossier.objects.bulk_create(
        (Dossier(organisation_id=organisation, kind=each.kind.value, name=each.name) for each in sorted(wanted)),
        ignore_conflicts=True,
    )
    known = {(row.kind, row.name): row.pk for row in Dossier.objects.filter(organisation=organisation)}
    EvidenceDossier.objects.bulk_create(
        EvidenceDossier(evidence_id=pk, dossier_id=known[each.kind.value, each.name]) for pk, each in links
    )
