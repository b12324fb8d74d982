"""The register of an organisation: its proofs, with their indicators, dossiers and files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from django.utils.timezone import localdate

from auditblanc.assessments import models
from auditblanc.assessments.reads import rows
from auditblanc.domain.evidence import Dossier, DossierKind, Evidence, Piece, Revision

if TYPE_CHECKING:
    from collections.abc import Container

    from django.db.models import QuerySet

# So many proofs are named one by one to the questions that follow; of more, the question is asked again within them.
_FEW = 200


def proofs(organisation: int, *, pieces: bool = True) -> tuple[Evidence, ...]:
    """All its proofs that are not thrown away, in the order in which they were noted.

    In two queries, and two more for their dossiers and files (``pieces``).
    """
    return frozen(models.Evidence.objects.filter(organisation=organisation, removed_at=None), pieces=pieces)


def frozen(found: QuerySet[models.Evidence], *, pieces: bool = True) -> tuple[Evidence, ...]:
    """Chosen proofs, frozen, in as many queries as :func:`proofs`. ``found`` is not cut (« [:20] »)."""
    return tuple(proof for _, proof in with_rows(found, pieces=pieces))


def with_rows(found: QuerySet[models.Evidence], *, pieces: bool = True) -> tuple[tuple[models.Evidence, Evidence], ...]:
    """The same with the columns of each, as a named tuple: its version, when it was thrown away."""
    # Plain columns, grouped here: as models, rows take longer to build than to read.
    told = [cast("models.Evidence", row) for row in found.values_list(named=True)]
    within = [row.id for row in told] if 0 < len(told) <= _FEW else found.order_by().values("pk")
    links = _links(within)
    dossiers = _dossiers(within) if pieces else {}
    files = _pieces(within) if pieces else {}
    return tuple(
        (row, rows.evidence(row, links.get(row.id, ()), dossiers.get(row.id, ()), files.get(row.id, ())))
        for row in told
    )


def for_indicators(proof: Evidence, numbers: Container[int] | None) -> Evidence:
    """The proof with those of its indicators that are among ``numbers``; itself where there is nothing to cut."""
    if numbers is None or all(number in numbers for number in proof.indicators):
        return proof
    return replace(proof, indicators=tuple(number for number in proof.indicators if number in numbers))


def _links(within: Any) -> dict[int, list[int]]:
    links = defaultdict(list)
    for proof, number in models.EvidenceIndicator.objects.filter(evidence__in=within).values_list(
        "evidence_id", "indicator"
    ):
        links[proof].append(number)
    return links


def _dossiers(within: Any) -> dict[int, list[Dossier]]:
    dossiers = defaultdict(list)
    of = models.EvidenceDossier.objects.filter(evidence__in=within).order_by("dossier__kind", "dossier__name")
    for proof, kind, name in of.values_list("evidence_id", "dossier__kind", "dossier__name"):
        dossiers[proof].append(Dossier(kind=DossierKind(kind), name=name))
    return {proof: sorted(each) for proof, each in dossiers.items()}


def removed_pieces(row: models.Evidence) -> tuple[Piece, ...]:
    """The files that were taken out of a proof, and can be put back, in one query."""
    out = models.Revision.objects.filter(piece__evidence=row, piece__removed_at__isnull=False)
    return tuple(_states(out).get(row.pk, ()))


def _pieces(within: Any) -> dict[int, list[Piece]]:
    return _states(models.Revision.objects.filter(piece__evidence__in=within, piece__removed_at=None))


def _states(of: QuerySet[models.Revision]) -> dict[int, list[Piece]]:
    """The pieces of these states, by their proof."""
    states: dict[int, dict[str, list[Revision]]] = defaultdict(lambda: defaultdict(list))
    columns = "piece__evidence", "piece__key", "name", "file__media_type", "file__size", "file__sha256", "added_at"
    for proof, piece, name, media_type, size, sha256, added_at in of.order_by("piece", "number").values_list(*columns):
        states[proof][piece].append(
            Revision(name=name, media_type=media_type, size=size, sha256=sha256, added_on=localdate(added_at))
        )
    return {
        proof: [Piece(key=key, revisions=tuple(each)) for key, each in pieces.items()]
        for proof, pieces in states.items()
    }
