"""The days of an organisation: on a page, as a file, and at a secret address that a calendar program reads."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.desk import desk, laid_out
from auditblanc.assessments.downloads import TYPES, download, file_name
from auditblanc.assessments.models import CalendarFeed
from auditblanc.assessments.reads.agenda import Agenda, agendas
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import calendar as writes
from auditblanc.domain.text import TextError, clean_line
from auditblanc.interchange.calendar_file import calendar_file as as_file

if TYPE_CHECKING:
    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.desk import Desk
    from auditblanc.domain.agenda import Due


@require_safe
def calendar(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return _page(request, desk(request, organisation, key, Hold(0)))


@require_safe
def calendar_file(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    row = assessment(request, organisation, key)
    (found,) = agendas([row.organisation])
    dues = _of(found, request.GET.get("personne", ""))
    data = as_file(row.organisation.name, dues, within=row.organisation.key, at=timezone.now())
    return download(data, file_name("calendrier", row.organisation.name, timezone.localdate(), ".ics"))


@require_POST
def open_feed(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    row = assessment(request, organisation, key)
    try:
        owner = clean_line(request.POST.get("owner", ""))
    except TextError as error:
        return _page(request, laid_out(row, Hold(0)), wrong=str(error))
    secret = writes.open_feed(row.organisation, owner, stamp(request))
    address = request.build_absolute_uri(reverse("assessments:calendar_feed", args=[secret]))
    return _page(request, laid_out(row, Hold(0)), address=address)


@require_POST
def close_feed(request: SignedInRequest, organisation: str, key: str, feed: str) -> HttpResponse:
    row = assessment(request, organisation, key)
    writes.close_feed(get_object_or_404(CalendarFeed, organisation=row.organisation, key=feed), stamp(request))
    messages.success(request, "Cette adresse est fermée : plus aucun calendrier ne s’y met à jour.")
    return see_other("assessments:calendar", organisation, key)


@require_safe
@never_cache
@login_not_required
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:  # noqa: ARG001 -- Django gives it
    """What a calendar program reads: whoever has the secret, and nobody else. Nothing tells a closed one from none."""
    open_feeds = CalendarFeed.objects.filter(organisation__removed_at=None).select_related("organisation")
    feed = open_feeds.filter(digest=writes.digest(secret)).first()
    if feed is None:
        raise Http404("Cette page n’existe pas.")
    (found,) = agendas([feed.organisation])
    name = f"{feed.organisation.name} – {feed.owner}" if feed.owner else feed.organisation.name
    data = as_file(name, _of(found, feed.owner), within=feed.organisation.key, at=timezone.now())
    return HttpResponse(data, content_type=TYPES[".ics"])


def _page(request: SignedInRequest, here: Desk, address: str = "", wrong: str = "") -> HttpResponse:
    (found,) = agendas([here.organisation])
    owner, today = request.GET.get("personne", ""), timezone.localdate()
    chosen = _of(found, owner)
    coming = [due for due in chosen if due.day >= today]
    context = {
        "desk": here,
        "owner": owner,
        "owners": found.owners,
        "pairs": [("", "Tout le monde"), *((name, name) for name in found.owners)],
        "late": [due for due in chosen if due.is_late(today)],
        "months": [(first, list(dues)) for first, dues in groupby(coming, lambda due: due.first.replace(day=1))],
        "feeds": CalendarFeed.objects.filter(organisation=here.organisation),
        "address": address,
        "wrong": wrong,
    }
    return render(request, "assessments/calendar.html", context, status=422 if wrong else 200)


def _of(found: Agenda, owner: str) -> tuple[Due, ...]:
    """All the days; those of one person, and those that are everybody's, when one is named."""
    return tuple(due for due in found.dues if not owner or due.owner in ("", owner))
