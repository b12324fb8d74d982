"""What a person has: their organisations and the assessments of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from auditblanc.accounts.models import Organisation
from auditblanc.assessments.models import Assessment

if TYPE_CHECKING:
    from auditblanc.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """An organisation and its assessments, the last changed first."""

    organisation: Organisation
    assessments: tuple[Assessment, ...]


def shelves(person: User) -> tuple[Shelf, ...]:
    """One's own organisations first, then the worked examples, in two queries. Texts and profiles stay in the database."""
    light = Assessment.objects.order_by("-updated_at").defer("profile")
    found = Organisation.objects.filter(memberships__user=person).order_by("is_example", "name", "pk")
    with_theirs = found.prefetch_related(Prefetch("assessments", queryset=light))
    return tuple(Shelf(organisation=each, assessments=tuple(each.assessments.all())) for each in with_theirs)
