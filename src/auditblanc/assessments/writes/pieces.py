"""The files of proofs: added, replaced by a new state, removed, put back. Contents are kept before (``storage.keep``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.accounts.writing import writing
from auditblanc.assessments.models import Evidence, EvidenceIndicator, Piece, Revision
from auditblanc.assessments.reads import pieces as reads
from auditblanc.assessments.storage import Content
from auditblanc.assessments.writes import evidence as proofs
from auditblanc.assessments.writes import journal
from auditblanc.assessments.writes.stored import stored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditblanc.assessments.models import Assessment, StoredFile
    from auditblanc.assessments.writes.stamp import Stamp
    from auditblanc.domain import evidence as frozen


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file that somebody gave: its clean name (``domain.file_name``), and what it holds, kept already."""

    name: str
    content: Content


def add(row: Evidence, given: Sequence[Given], stamp: Stamp, *, on: Assessment | None = None) -> int:
    """Files into a proof; how many. One that it shows already stays one. The same request again adds nothing more."""

    def put() -> int:
        shown = reads.shown(row)
        new = [each for each in given if each.content.sha256 not in shown]
        _put(row, new, stamp)
        return len(new)

    return _changed(row, put, stamp, on)


def replace(piece: Piece, given: Given, stamp: Stamp, *, on: Assessment | None = None) -> int:
    """A new state of a file; the former ones are kept. Nothing changes where it is the same content."""

    def put() -> int:
        current = reads.current(piece)
        if current.file.sha256 == given.content.sha256:
            return 0
        _revise(piece, current.number, given.name, stored(piece.evidence.organisation, given.content, stamp), stamp)
        return 1

    return _changed(piece.evidence, put, stamp, on)


def restore(piece: Piece, number: int, stamp: Stamp, *, on: Assessment | None = None) -> int:
    """A former state shown again, as the newest one: nothing is lost by coming back.

    Raises:
        Revision.DoesNotExist: the file never had that state.
    """

    def put() -> int:
        current, former = reads.current(piece), reads.state(piece, number)
        if current.number == former.number:
            return 0
        _revise(piece, current.number, former.name, former.file, stamp)
        return 1

    return _changed(piece.evidence, put, stamp, on)


def remove(piece: Piece, stamp: Stamp, *, on: Assessment | None = None) -> int:
    """A file out of its proof; for thirty days it can be put back (``put_back``)."""
    live = Piece.objects.filter(pk=piece.pk, removed_at=None)
    return _changed(piece.evidence, lambda: live.update(removed_at=stamp.at), stamp, on)


def put_back(piece: Piece, stamp: Stamp, *, on: Assessment | None = None) -> int:
    """A removed file into its proof again."""
    return _changed(piece.evidence, lambda: Piece.objects.filter(pk=piece.pk).update(removed_at=None), stamp, on)


def note(
    organisation: int,
    items: Sequence[tuple[frozen.Evidence, Sequence[Given]]],
    stamp: Stamp,
    *,
    on: Assessment | None = None,
) -> tuple[proofs.Change, ...]:
    """New proofs with their files; what changed.

    Where all the files of one are those that a proof of the organisation shows already, that proof answers to the
    indicators too instead: never a second copy. The same request again notes nothing more.
    """
    with writing():
        if journal.answered(organisation, stamp):
            return ()
        held = reads.holders(organisation, {each.content.sha256 for _, given in items for each in given})
        changes = [_noted(organisation, item, given, held, stamp) for item, given in items]
        told = tuple((before, after) for before, after in changes if before != after)
        proofs.record(organisation, told, stamp, on)
    return told


def _noted(
    organisation: int, item: frozen.Evidence, given: Sequence[Given], held: dict[str, Evidence], stamp: Stamp
) -> proofs.Change:
    found = {held.get(each.content.sha256) for each in given}
    (row,) = found if len(found) == 1 else (None,)
    if row is None:
        ((_, made),) = proofs.add(organisation, [item])
        row = Evidence.objects.get(key=made.key if made else "")
        _put(row, given, stamp)
        held.update((each.content.sha256, row) for each in given)
        return None, proofs.one(row)
    before = proofs.one(row)
    EvidenceIndicator.objects.bulk_create(
        EvidenceIndicator(evidence=row, indicator=number)
        for number in sorted(set(item.indicators).difference(before.indicators))
    )
    return before, proofs.one(row)


def _changed(row: Evidence, put: Callable[[], int], stamp: Stamp, on: Assessment | None) -> int:
    """Change the files of a proof and tell the journal how it was before and is now."""
    with writing():
        if journal.answered(row.organisation_id, stamp):
            return 0
        before = proofs.one(row)
        count = put()
        if count:
            proofs.record(row.organisation_id, [(before, proofs.one(row))], stamp, on)
        return count


def _put(row: Evidence, given: Sequence[Given], stamp: Stamp) -> None:
    """Files that a proof does not show yet, each once."""
    once: dict[str, Given] = {}
    for each in given:
        once.setdefault(each.content.sha256, each)
    for each in once.values():
        piece = Piece.objects.create(evidence=row)
        _revise(piece, 0, each.name, stored(row.organisation, each.content, stamp), stamp)


def _revise(piece: Piece, last: int, name: str, file: StoredFile, stamp: Stamp) -> None:
    Revision.objects.create(piece=piece, number=last + 1, name=name, file=file, added_at=stamp.at)
