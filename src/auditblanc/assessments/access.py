"""The doors to an assessment, to a proof, to a file of a proof: through their organisation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from auditblanc.accounts.access import may, reach, role_of
from auditblanc.accounts.models import Role
from auditblanc.accounts.rights import Right
from auditblanc.assessments.models import Action, Assessment, Assignment, Evidence, EvidenceIndicator, Finding, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.accounts.http import SignedInRequest


def assessment(request: SignedInRequest, organisation: str, key: str, right: Right | None = None) -> Assessment:
    """The assessment of that key, with its organisation, in one query; one more for a contributor.

    ``right``: what the page is for, where it is not what the method says. A contributor changes it only at an address that names an indicator, a proof or an action which is theirs.

    Raises:
        Http404: there is none, or it is not the person's to read.
        PermissionDenied: the person may read it, and not change this.
    """

    def is_given(row: Assessment) -> bool:
        named = request.resolver_match.kwargs if request.resolver_match else {}
        if "evidence" in named:
            return _are_given(
                request, EvidenceIndicator.objects.filter(evidence__key=named["evidence"]), row.organisation_id, row
            )
        if "action" in named:
            return _own_action(request, row.organisation_id, named["action"])
        if "piece" in named:
            return _are_given(
                request,
                EvidenceIndicator.objects.filter(evidence__pieces__key=named["piece"]),
                row.organisation_id,
                row,
            )
        return named.get("indicator") in _given(request, row)

    live = Assessment.objects.filter(removed_at=None)
    row = reach(request, live, organisation, right=right, is_given=is_given, key=key)
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


def action(request: SignedInRequest, organisation: str, key: str, right: Right | None = None) -> Action:
    """The action of that key that is not thrown away, with its organisation, in one query.

    A contributor changes one that is theirs to do; nobody but an editor throws one away (``right``).

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """

    def is_given(row: Action) -> bool:
        return right is None and row.person_id == request.user.pk

    return reach(request, Action.objects.filter(removed_at=None), organisation, right=right, is_given=is_given, key=key)


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


def _own_action(request: SignedInRequest, organisation: int, key: str) -> bool:
    return Action.objects.filter(organisation=organisation, key=key, person=request.user).exists()


def _given(request: SignedInRequest, row: Assessment) -> frozenset[int]:
    """Kept on the row, for the page that is drawn from it."""
    if not hasattr(row, "given"):
        own = Assignment.objects.filter(assessment=row, person=request.user)
        row.given = frozenset(own.values_list("indicator", flat=True))  # type: ignore[attr-defined]  # for given_here
    return given_here(row)


def _is_proof_given(request: SignedInRequest, row: Evidence) -> bool:
    """In one assessment or another of its organisation."""
    return _are_given(request, EvidenceIndicator.objects.filter(evidence=row), row.organisation_id)


def _are_given(
    request: SignedInRequest, links: QuerySet[EvidenceIndicator], organisation: int, only: Assessment | None = None
) -> bool:
    """Whether a proof serves indicators that are the person's to answer, and no other, in one assessment; two queries."""
    numbers = set(links.filter(evidence__organisation=organisation).values_list("indicator", flat=True))
    own = Assignment.objects.filter(
        person=request.user, assessment__organisation=organisation, assessment__removed_at=None
    )
    given: dict[int, set[int]] = defaultdict(set)
    for assessment_id, number in own.values_list("assessment", "indicator"):
        given[assessment_id].add(number)
    asked = [given[only.pk]] if only else given.values()
    return bool(numbers) and any(numbers <= each for each in asked)
