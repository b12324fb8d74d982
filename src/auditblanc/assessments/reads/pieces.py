"""The files of proofs as rows: what one shows now, what it was before, which proof shows a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.assessments.models import Revision

if TYPE_CHECKING:
    from collections.abc import Collection

    from auditblanc.assessments.models import Evidence, Piece


def current(piece: Piece) -> Revision:
    """What a file is now, with its content, in one query."""
    return piece.revisions.select_related("file").order_by("-number")[0]


def state(piece: Piece, number: int) -> Revision:
    """One state of a file, with its content.

    Raises:
        Revision.DoesNotExist: it never had that state.
    """
    return piece.revisions.select_related("file").get(number=number)


def shown(row: Evidence) -> frozenset[str]:
    """The contents that a proof shows, by their hashes: those of its files as they are now."""
    states = Revision.objects.filter(piece__evidence=row, piece__removed_at=None).order_by("piece", "number")
    return frozenset(dict(states.values_list("piece", "file__sha256")).values())


def holders(organisation: int, hashes: Collection[str]) -> dict[str, Evidence]:
    """The proofs of an organisation that show these contents now, the oldest of each, in two queries."""
    of = Revision.objects.filter(piece__removed_at=None, piece__evidence__removed_at=None)
    known = of.filter(piece__evidence__organisation=organisation, file__sha256__in=hashes)
    last = dict(of.filter(piece__in=known.order_by().values("piece")).order_by("number").values_list("piece", "number"))
    found: dict[str, Evidence] = {}
    for each in known.select_related("file", "piece__evidence").order_by("piece__evidence", "piece"):
        if each.number == last[each.piece_id]:
            found.setdefault(each.file.sha256, each.piece.evidence)
    return found
