"""Where a person may begin: the organisations that are theirs to write in, and what they did there before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Assessment

if TYPE_CHECKING:
    from auditblanc.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShelf:
    """An organisation that is the person's to write in, and its assessments."""

    organisation: Organisation
    assessments: tuple[Assessment, ...]


def own_shelves(person: User) -> tuple[OwnShelf, ...]:
    """Organisations with their assessments, the last changed first, in two queries. The worked examples are nobody's own."""
    light = Assessment.objects.filter(removed_at=None).order_by("-updated_at").defer("profile")
    found = Organisation.objects.filter(
        memberships__user=person, memberships__role__in=having(Right.EDIT), is_example=False, removed_at=None
    ).order_by("name", "pk")
    with_theirs = found.prefetch_related(Prefetch("assessments", queryset=light))
    return tuple(OwnShelf(organisation=each, assessments=tuple(each.assessments.all())) for each in with_theirs)
