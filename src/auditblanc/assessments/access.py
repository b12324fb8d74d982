"""The doors to an assessment, to a proof, to a file of a proof: through their organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditblanc.accounts.access import reach
from auditblanc.assessments.models import Action, Assessment, Evidence, Finding, Piece

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest


def assessment(request: SignedInRequest, organisation: str, key: str) -> Assessment:
    """The assessment of that key, with its organisation, in one query.

    Raises:
        Http404: there is none, or it is not the person's.
        PermissionDenied: the person may only read, and the request changes something.
    """
    return reach(request, Assessment.objects.filter(removed_at=None), organisation, key=key)


def proof(request: SignedInRequest, organisation: str, key: str) -> Evidence:
    """The proof of that key that is not thrown away, with its organisation, in one query.

    Raises:
        Http404, PermissionDenied: as :func:`assessment`.
    """
    return reach(request, Evidence.objects.filter(removed_at=None), organisation, key=key)


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
    live = Piece.objects.filter(evidence__removed_at=None)
    return reach(request, live, organisation, through="evidence__", key=key)
