"""The journal of an organisation: who changed what, from what to what; a row put back, a value erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from auditblanc.accounts.access import may
from auditblanc.accounts.access import organisation as organisation_of
from auditblanc.accounts.rights import Right
from auditblanc.assessments.forms.journal import Narrowing
from auditblanc.assessments.journal_words import Kind, sentence
from auditblanc.assessments.models import Assessment, Event
from auditblanc.assessments.reads import journal as chain
from auditblanc.assessments.reads.history import ErasedError
from auditblanc.assessments.reads.journal_page import ROWS, authors, brought, listed
from auditblanc.assessments.stamps import stamp
from auditblanc.assessments.ways import pages_around
from auditblanc.assessments.writes.restore import erase_value
from auditblanc.assessments.writes.restore_row import GoneError
from auditblanc.assessments.writes.restore_row import restore_row as put_back

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.accounts.models import Organisation


@require_safe
def journal(request: SignedInRequest, organisation: str) -> HttpResponse:
    row = organisation_of(request, organisation)
    wanted = Narrowing(request.GET).wanted()
    found = listed(row, wanted)
    assessments = [(each.key, str(each)) for each in Assessment.objects.filter(organisation=row, removed_at=None)]
    context = {
        "organisation": row,
        "found": found,
        "wanted": wanted,
        "is_narrowed": bool(set(request.GET) - {"page"}),
        "around": pages_around(request.GET, found.page, found.pages, ("Plus récents", "Plus anciens")),
        "kinds": [("", "Tout"), *((each.value, each.label) for each in Kind)],
        "authors": [("", "Tout le monde"), *authors(row)],
        "assessments": [("", "Toutes"), *assessments],
        "brought": [(each, f"Reçu avec un fichier ({each})") for each in brought(row)],
        "head": chain.head(row),
        "may_write": may(row, Right.EDIT),
        "may_manage": may(row, Right.MANAGE),
    }
    return render(request, "assessments/journal.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def erase_event(request: SignedInRequest, organisation: str, number: int) -> HttpResponse:
    """Ask, then empty what an event keeps: it stays, and the chain still holds."""
    row = organisation_of(request, organisation, Right.MANAGE)
    name = (request.POST if request.method == "POST" else request.GET).get("journal", "")
    event = _event(row, number, name)
    if request.method == "POST":
        erase_value(event, stamp(request))
        messages.success(request, "La valeur est effacée du journal. Les copies faites avant la gardent encore.")
        return _back(organisation, name)
    return render(
        request, "assessments/erase_event.html", {"organisation": row, "event": event, "what": sentence(event)}
    )


@require_POST
def restore_row(request: SignedInRequest, organisation: str, number: int) -> HttpResponse:
    """Put a proof, an action or a gap back to what it was before that change."""
    row = organisation_of(request, organisation)
    event = _event(row, number, "")
    if event.field not in ROWS or not event.value.before:
        raise Http404
    try:
        put_back(event, stamp(request))
    except GoneError:
        messages.error(request, "Elle a été supprimée pour de bon : il n’y a plus rien à remettre.")
    except ErasedError:
        messages.error(request, "Cette valeur a été effacée du journal : elle ne peut plus être remise.")
    else:
        messages.success(request, "C’est remis comme avant ce changement. Les fichiers n’ont pas bougé.")
    return _back(organisation)


def _event(row: Organisation, number: int, name: str) -> Event:
    found = Event.objects.filter(organisation=row, journal=name, number=number).select_related("value").first()
    if found is None:
        raise Http404
    return found


def _back(organisation: str, name: str = "") -> HttpResponse:
    address = reverse("assessments:journal", args=[organisation], query={"journal": name} if name else None)
    return HttpResponseRedirect(address, status=303)
