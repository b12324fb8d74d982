"""A person's own phrases: those of one indicator, and all of them found by their words, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditblanc.assessments.models import Phrase
from auditblanc.assessments.paging import cut
from auditblanc.assessments.reads.words import holding

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import QueryDict

    from auditblanc.accounts.models import User

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    lines: tuple[Phrase, ...]
    count: int
    page: int
    pages: int


def own(person: User, indicator: int | None = None, words: str = "") -> QuerySet[Phrase]:
    """By indicator, the last written first."""
    found = Phrase.objects.filter(person=person)
    if indicator is not None:
        found = found.filter(indicator=indicator)
    return holding(found, words, "text").order_by("indicator", "-written_at", "-pk")


def added(person: User, said: QueryDict) -> QueryDict:
    """What the form of a text says, with the phrase that its button names at the end; one that is gone adds nothing."""
    row = Phrase.objects.filter(person=person, key=said["phrase"]).first() if said.get("phrase") else None
    if row is None:
        return said
    whole = said.copy()
    whole["presentation"] = "\n".join(filter(None, (said.get("presentation", "").rstrip(), row.text)))
    return whole


def listed(person: User, indicator: int | None, words: str, page: int) -> Found:
    """In two queries."""
    found = own(person, indicator, words)
    count = found.count()
    here = cut(count, page, PAGE)
    return Found(lines=tuple(found[here.rows]), count=count, page=here.page, pages=here.pages)
