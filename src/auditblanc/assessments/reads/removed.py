"""What was thrown away and can still be put back; what goes with an assessment or an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Sum

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Action, Assessment, Evidence, FrozenCopy, StoredFile

if TYPE_CHECKING:
    from auditblanc.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """``kind`` is « organisation », « assessment » or « evidence »; ``of`` is the organisation's name."""

    kind: str
    key: str
    title: str
    of: str
    at: datetime


def removed(person: User) -> tuple[Removed, ...]:
    """All of a person's own that they may put back, the last first, in three queries."""
    owned, theirs = (
        Organisation.objects.filter(memberships__user=person, memberships__role__in=having(right))
        for right in (Right.MANAGE, Right.EDIT)
    )
    gone, theirs = owned.filter(removed_at__isnull=False), theirs.filter(removed_at=None)
    found = [
        Removed(kind="organisation", key=each.key, title=each.name, of=each.name, at=each.removed_at)
        for each in gone
        if each.removed_at
    ]
    for kind, rows in (
        ("assessment", Assessment.objects.filter(organisation__in=theirs, removed_at__isnull=False)),
        ("evidence", Evidence.objects.filter(organisation__in=theirs, removed_at__isnull=False)),
    ):
        found += [
            Removed(kind=kind, key=each.key, title=str(each), of=each.organisation.name, at=each.removed_at)
            for each in rows.select_related("organisation")
            if each.removed_at
        ]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


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
