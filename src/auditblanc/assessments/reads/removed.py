"""What was thrown away and can still be put back; what goes with an assessment or an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Sum

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Action, Assessment, Evidence, FrozenCopy, StoredFile
from auditblanc.assessments.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from auditblanc.accounts.models import User


PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """``kind`` is « organisation », « assessment » or « evidence »; ``of`` is the organisation's name."""

    kind: str
    key: str
    title: str
    of: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedPage:
    lines: tuple[Removed, ...]
    page: int
    pages: int


def removed(person: User, page: int) -> RemovedPage:
    """What of a person's own they may put back, the last thrown away first, in six queries."""
    kinds = _kinds(person)
    here = cut(sum(rows.count() for rows in kinds.values()), page, PAGE)
    # The last of each kind hold the last of all.
    found = [
        each for kind, rows in kinds.items() for each in _told(kind, rows.order_by("-removed_at")[: here.rows.stop])
    ]
    last = sorted(found, key=lambda each: each.at, reverse=True)
    return RemovedPage(lines=tuple(last[here.rows]), page=here.page, pages=here.pages)


def one_removed(person: User, kind: str, key: str) -> Removed | None:
    """In one query."""
    rows = _kinds(person).get(kind)
    return None if rows is None else next(_told(kind, rows.filter(key=key)), None)


def _kinds(person: User) -> dict[str, QuerySet[Any]]:
    owned, theirs = (
        Organisation.objects.filter(memberships__user=person, memberships__role__in=having(right))
        for right in (Right.MANAGE, Right.EDIT)
    )
    live = theirs.filter(removed_at=None)
    return {
        "organisation": owned.filter(removed_at__isnull=False),
        **{
            kind: model.objects.filter(organisation__in=live, removed_at__isnull=False).select_related("organisation")
            for kind, model in (("assessment", Assessment), ("evidence", Evidence))
        },
    }


def _told(kind: str, rows: QuerySet[Any]) -> Iterator[Removed]:
    for each in rows:
        of = each.name if kind == "organisation" else each.organisation.name
        yield Removed(kind=kind, key=each.key, title=str(each), of=of, at=each.removed_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goes:
    """How much goes. ``size`` in bytes."""

    assessments: int
    copies: int
    proofs: int
    files: int
    size: int
    actions: int


def of_organisation(row: Organisation) -> Goes:
    """All that it has, in five queries."""
    files = StoredFile.objects.filter(organisation=row)
    return Goes(
        assessments=Assessment.objects.filter(organisation=row).count(),
        copies=FrozenCopy.objects.filter(assessment__organisation=row).count(),
        proofs=Evidence.objects.filter(organisation=row, removed_at=None).count(),
        files=files.count(),
        size=files.aggregate(size=Sum("size"))["size"] or 0,
        actions=Action.objects.filter(organisation=row, removed_at=None).count(),
    )
