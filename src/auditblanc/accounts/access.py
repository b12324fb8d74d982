"""The one door from a request to an organisation's data: the row, or nothing that tells it exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import F, Model, QuerySet
from django.http import Http404

from auditblanc.accounts.models import WRITERS, Organisation

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest

Row = TypeVar("Row", bound=Model)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def organisation(request: SignedInRequest, key: str) -> Organisation:
    """The organisation of that key, in one query.

    Raises:
        Http404: there is none, or it is not the person's.
        PermissionDenied: the person may only read, and the request changes something.
    """
    mine = Organisation.objects.filter(key=key, memberships__user=request.user, removed_at=None)
    return _allowed(request, mine, "memberships__role")


def reach(
    request: SignedInRequest, rows: QuerySet[Row], organisation: str, *, through: str = "", **lookup: object
) -> Row:
    """The row of an organisation's that ``lookup`` names, with its organisation, in one query.

    ``through`` is the way from a row to the one that names the organisation, « evidence__ » for instance.

    Raises:
        Http404, PermissionDenied: as :func:`organisation`.
    """
    way = f"{through}organisation"
    whose = {f"{way}__key": organisation, f"{way}__memberships__user": request.user, f"{way}__removed_at": None}
    own = rows.filter(**whose, **lookup)
    return _allowed(request, own.select_related(way), f"{way}__memberships__role")


def _allowed(request: SignedInRequest, rows: QuerySet[Row], role: str) -> Row:
    row = rows.annotate(role_here=F(role)).first()
    if row is None:
        raise Http404("Cette page n’existe pas.")
    if request.method not in SAFE and row.role_here not in WRITERS:  # type: ignore[attr-defined]  # annotated above
        raise PermissionDenied("Vous pouvez lire cet organisme, non le modifier : demandez un rôle de rédacteur.")
    return row
