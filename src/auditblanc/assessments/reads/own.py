"""Where a person may begin: the organisations that are theirs to write in, a page at a time, and what they did there before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.accounts.models import Organisation
from auditblanc.accounts.rights import Right, having
from auditblanc.assessments.models import Assessment
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads.words import holding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from auditblanc.accounts.models import User

# What is chosen from is short: others are found by their names.
PAGE = 20
_FORMER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """Organisations by name; ``found`` is how many there are. ``is_narrowed``: words were looked for."""

    organisations: tuple[Organisation, ...]
    found: int
    page: int
    pages: int
    is_narrowed: bool

    @property
    def is_searched(self) -> bool:
        """Whether there are more than one sees at once."""
        return self.is_narrowed or self.pages > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShelf:
    """An organisation that is the person's to write in, and its last assessments."""

    organisation: Organisation
    assessments: tuple[Assessment, ...]


def own_organisations(person: User) -> QuerySet[Organisation]:
    """Those that are the person's to write in. The worked examples are nobody's own."""
    return Organisation.objects.filter(
        memberships__user=person, memberships__role__in=having(Right.EDIT), is_example=False, removed_at=None
    ).order_by("name", "pk")


def own_page(person: User, words: str = "", page: int = 1, chosen: str = "") -> OwnPage:
    """Those whose names hold the words, in two queries; the one of the key ``chosen`` is there too, one query more."""
    every = own_organisations(person)
    found = holding(every, words, "name")
    count = found.count()
    here = cut(count, page, PAGE)
    shown = tuple(found[here.rows])
    if chosen and chosen not in {each.key for each in shown}:
        shown += tuple(every.filter(key=chosen))
    return OwnPage(organisations=shown, found=count, page=here.page, pages=here.pages, is_narrowed=bool(words))


def shelves_of(organisations: Iterable[Organisation]) -> tuple[OwnShelf, ...]:
    """Each with its last assessments, the last changed first, in one query; those that have none are left out."""
    every = tuple(organisations)
    light = Assessment.objects.filter(organisation__in=every, removed_at=None).order_by("-updated_at").defer("profile")
    rows: dict[int, list[Assessment]] = defaultdict(list)
    for row in light:
        rows[row.organisation_id].append(row)
    return tuple(
        OwnShelf(organisation=each, assessments=tuple(rows[each.pk][:_FORMER])) for each in every if rows[each.pk]
    )
