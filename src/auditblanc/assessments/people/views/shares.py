"""Who answers on which indicator of an assessment; and what is one's own to answer, over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from auditblanc.accounts.rights import Right, having
from auditblanc.assessments import editions
from auditblanc.assessments.applicable import applicable
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.portfolio import Narrowing
from auditblanc.assessments.people import reads, writes
from auditblanc.assessments.people.comments import said_to
from auditblanc.assessments.reads import rows
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import pages_around, see_other
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from django.http import HttpResponse, QueryDict

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import User
    from auditblanc.assessments.people.reads import Mine


_NOT_THERE = "Une des personnes choisies n’est plus dans l’organisme : rien n’a changé, choisissez de nouveau."


@require_http_methods(["GET", "HEAD", "POST"])
def shares(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold(0))
    people, now = reads.answering(here.organisation), reads.given(here.assessment)
    numbers = [
        each.indicator for each in applicable(here.snapshot) if each.counts is not False or each.indicator in now
    ]
    if request.method == "POST":
        wanted = _wanted(request.POST, numbers, people)
        if wanted is None:
            messages.error(request, _NOT_THERE)
            return see_other("people:shares", organisation, key)
        count = writes.assign(here.assessment, wanted, stamp(request))
        words = counted(count, "indicateur a changé de main", "indicateurs ont changé de main")
        messages.success(request, f"{words}." if count else "Rien n’a changé.")
        return see_other("people:shares", organisation, key)
    lines = [(here.edition.indicator(each), here.snapshot.rating(each), now.get(each)) for each in numbers]
    context = {"desk": here, "lines": lines, "people": people, "free": sum(person is None for *_, person in lines)}
    return render(request, "people/shares.html", context)


@require_safe
def my_work(request: SignedInRequest) -> HttpResponse:
    found = reads.mine(request.user, Narrowing(request.GET).wanted().page)
    readers = request.user.memberships.filter(organisation__removed_at=None, role__in=having(Right.READ))
    organisations = readers.values_list("organisation", flat=True)
    context = {
        "found": found,
        "mine": [_lines(each) for each in found.lines],
        "around": pages_around(request.GET, found.page, found.pages, ("Page précédente", "Page suivante")),
        "actions": () if settings.IS_NEUTRAL else reads.my_actions(request.user, organisations),
        "said": said_to(request.user),
        "today": localdate(),
    }
    return render(request, "people/my_work.html", context)


def _wanted(said: QueryDict, numbers: list[int], people: tuple[User, ...]) -> dict[int, User | None] | None:
    """Who answers on each indicator that the page asks about; ``None``: one of those who are named is not there."""
    by_key: dict[str, User | None] = {"": None, **{person.key: person for person in people}}
    named = {number: str(said[f"n{number}"]) for number in numbers if f"n{number}" in said}
    if not by_key.keys() >= set(named.values()):
        return None
    return {number: by_key[key] for number, key in named.items()}


def _lines(mine: Mine) -> dict[str, object]:
    """The assessment, and its indicators with the level that the row itself tells."""
    row = mine.assessment
    edition = editions.catalogue().edition(row.edition)
    levels = dict(zip(edition.numbers, row.levels, strict=False))
    lines = [(edition.indicator(each), rows.level(int(levels.get(each, "0")) or None)) for each in mine.indicators]
    return {"assessment": row, "lines": lines}
