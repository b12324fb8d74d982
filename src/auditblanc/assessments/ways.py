"""Where a person goes next: to the page that shows what was written, to the first indicator to rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse

from auditblanc.domain.applicability import applicabilities

if TYPE_CHECKING:
    from django.http import QueryDict

    from auditblanc.domain.referential import Edition
    from auditblanc.domain.snapshot import Snapshot

# Words, and the address that they lead to.
Way = tuple[str, str]


def see_other(to: str, *arguments: object) -> HttpResponseRedirect:
    """After a write: look at this page, given by its name or its address, with a safe method."""
    return HttpResponseRedirect(resolve_url(to, *arguments), status=303)


def pages_around(query: QueryDict, page: int, pages: int, words: tuple[str, str]) -> tuple[Way | None, Way | None]:
    """Of a list that is asked for page by page: the pages before and after, each with its words and its address."""

    def to(wanted: int, said: str) -> Way | None:
        asked = query.copy()
        asked["page"] = str(wanted)
        return (said, f"?{asked.urlencode()}") if 1 <= wanted <= pages else None

    return to(page - 1, words[0]), to(page + 1, words[1])


def first_to_rate(edition: Edition, snapshot: Snapshot) -> int | None:
    """The first indicator that applies, or may apply, and has no level."""
    for found in applicabilities(edition, snapshot):
        if found.counts is not False and snapshot.rating(found.indicator).level is None:
            return found.indicator
    return None


def first_page(path: tuple[str, str], edition: Edition, snapshot: Snapshot) -> str:
    """The page of that indicator; the overview when all are rated."""
    number = first_to_rate(edition, snapshot)
    if number is None:
        return reverse("assessments:overview", args=path)
    return reverse("assessments:indicator", args=[*path, number])


def to_look_at_again(path: tuple[str, str]) -> str:
    """The rows that a bridge left to be looked at again."""
    return reverse("assessments:ratings", args=path, query={"revoir": "on"})
