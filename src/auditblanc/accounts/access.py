"""The one door from a request to an organisation's data: the row, or nothing that tells it exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import F, Model, QuerySet
from django.http import Http404

from auditblanc.accounts.models import Organisation, Role
from auditblanc.accounts.rights import RIGHTS, Right, having

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditblanc.accounts.http import SignedInRequest

Row = TypeVar("Row", bound=Model)
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_READERS = having(Right.READ)


def organisation(request: SignedInRequest, key: str, right: Right | None = None) -> Organisation:
    """The organisation of that key, in one query.

    ``right``: what the page is for; where it is not said, reading, or editing if the request changes something.

    Raises:
        Http404: there is none, or it is not the person's to read.
        PermissionDenied: the person may read it, and not do this.
    """
    mine = Organisation.objects.filter(
        key=key, memberships__user=request.user, memberships__role__in=_READERS, removed_at=None
    )
    row = _found(mine, "memberships__role")
    _require(right or _asked(request), row)
    return row


def reach(
    request: SignedInRequest,
    rows: QuerySet[Row],
    organisation: str,
    *,
    through: str = "",
    right: Right | None = None,
    is_given: Callable[[Row], bool] | None = None,
    **lookup: object,
) -> Row:
    """The row of an organisation's that ``lookup`` names, with its organisation, in one query.

    ``through`` is the way from a row to the one that names the organisation, « evidence__ » for instance. ``right``
    as in :func:`organisation`. ``is_given``: whether what the request changes was given to the person, asked only for who
    may change nothing else.

    Raises:
        Http404, PermissionDenied: as :func:`organisation`.
    """
    way = f"{through}organisation"
    whose = {
        f"{way}__key": organisation,
        f"{way}__memberships__user": request.user,
        f"{way}__memberships__role__in": _READERS,
        f"{way}__removed_at": None,
    }
    row = _found(rows.filter(**whose, **lookup).select_related(way), f"{way}__memberships__role")
    right = right or _asked(request)
    if right is Right.EDIT and role_of(row) is Role.CONTRIBUTOR and is_given and is_given(row):
        right = Right.ANSWER
    _require(right, row)
    return row


def mine(rows: QuerySet[Row]) -> Row:
    """The first of rows that are a person's alone, of no organisation: the caller narrows them to that person.

    Raises:
        Http404: there is none, or it is somebody else's.
    """
    row = rows.first()
    if row is None:
        raise Http404("Cette page n’existe pas.")
    return row


def role_of(row: Model) -> Role:
    """What the person who asked is in the organisation of a row that came through the door."""
    return Role(row.role_here)  # type: ignore[attr-defined]  # annotated below


def may(row: Model, right: Right) -> bool:
    """Whether the person who asked has this right in the organisation of a row that came through the door."""
    # Roles are texts: a page asks this for each of its lines.
    return right in RIGHTS[row.role_here]  # type: ignore[attr-defined]  # annotated below


def _found(rows: QuerySet[Row], role: str) -> Row:
    row = rows.annotate(role_here=F(role)).first()
    if row is None:
        raise Http404("Cette page n’existe pas.")
    return row


def _asked(request: SignedInRequest) -> Right:
    return Right.READ if request.method in SAFE else Right.EDIT


def _require(right: Right, row: Model) -> None:
    if not may(row, right):
        # Who may answer on some indicators is told about this one.
        missing = Right.ANSWER if right is Right.EDIT and may(row, Right.ANSWER) else right
        raise PermissionDenied(missing.refusal)
