"""The doors to an assessment, to a proof, to a file of a proof: through their organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.access import may, reach, role_of
from auditblanc.accounts.models import Role
from auditblanc.accounts.rights import Right
from auditblanc.assessments.models import Action, Assessment, Assignment, Evidence, EvidenceIndicator, Finding, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.accounts.http import SignedInRequest


def assessment(request: SignedInRequest, organisation: str, key: str) -> Assessment:
    """The assessment of that key, with its organisation, in one query; one more for a contributor.

    A contributor changes it only at an address that names an indicator, or a proof, which is theirs to answer.

    Raises:
        Http404: there is none, or it is not the person's to read.
        PermissionDenied: the person may read it, and not change this.
    """

    def is_given(row: Assessment) -> bool:
        named = request.resolver_match.kwargs if request.resolver_match else {}
        if "evidence" in named:
            return _are_given(request, EvidenceIndicator.objects.filter(evidence__key=named["evidence"]), row)
        if "piece" in named:
            return _are_given(request, EvidenceIndicator.objects.filter(evidence__pieces__key=named["piece"]), row)
        return named.get("indicator") in _given(request, row)

    row = reach(request, Assessment.objects.filter(removed_at=None), organisation, is_given=is_given, key=key)
    if role_of(row) is Role.CONTRIBUTOR:
        _given(request, row)
    return row


def given_here(row: Assessment) -> frozenset[int]:
    """The indicators of an assessment that came through the door which are the person's to answer; none but a contributor's."""
    found: frozenset[int] = getattr(row, "given", frozenset())
    return found


def may_cite(row: Assessment, numbers: Iterable[int]) -> tuple[int, ...]:
    """Those of these indicators to which the person who asked may link a proof."""
    return tuple(each for each in numbers if may(row, Right.EDIT) or each in given_here(row))


def proof(request: SignedInRequest, organisation: str, key: str) -> Evidence:
    """The proof of that key that is not thrown away, with its organisation, in one query.

    A contributor changes one that serves only indicators which are theirs to answer.

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """

    def is_given(row: Evidence) -> bool:
        return _is_proof_given(request, row)

    return reach(request, Evidence.objects.filter(removed_at=None), organisation, is_given=is_given, key=key)


def action(request: SignedInRequest, organisation: str, key: str) -> Action:
    """The action of that key that is not thrown away, with its organisation, in one query.

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """
    return reach(request, Action.objects.filter(removed_at=None), organisation, key=key)


def finding(request: SignedInRequest, organisation: str, key: str) -> Finding:
    """The gap of that key that is not thrown away, with its organisation, in one query.

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """
    return reach(request, Finding.objects.filter(removed_at=None), organisation, key=key)


def piece(request: SignedInRequest, organisation: str, key: str) -> Piece:
    """The file of that key, removed from its proof or not, with its proof and its organisation, in one query.

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """

    def is_given(row: Piece) -> bool:
        return _is_proof_given(request, row.evidence)

    live = Piece.objects.filter(evidence__removed_at=None)
    return reach(request, live, organisation, through="evidence__", is_given=is_given, key=key)


def _given(request: SignedInRequest, row: Assessment) -> frozenset[int]:
    """Kept on the row, for the page that is drawn from it."""
    if not hasattr(row, "given"):
        own = Assignment.objects.filter(assessment=row, person=request.user)
        row.given = frozenset(own.values_list("indicator", flat=True))  # type: ignore[attr-defined]  # for given_here
    return given_here(row)


def _is_proof_given(request: SignedInRequest, row: Evidence) -> bool:
    """In one assessment or another of its organisation."""
    links = EvidenceIndicator.objects.filter(evidence=row)
    live = Assessment.objects.filter(organisation=row.organisation_id, removed_at=None)
    return any(_are_given(request, links, each) for each in live)


def _are_given(request: SignedInRequest, links: QuerySet[EvidenceIndicator], row: Assessment) -> bool:
    """Whether a proof serves indicators that are the person's to answer in that assessment, and no other."""
    numbers = set(links.filter(evidence__organisation=row.organisation_id).values_list("indicator", flat=True))
    own = Assignment.objects.filter(assessment=row, person=request.user).values_list("indicator", flat=True)
    return bool(numbers) and numbers <= set(own)
