"""Frozen copies of an assessment: make one, see them all, and how levels moved from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from auditblanc.assessments.access import assessment
from auditblanc.assessments.desk import Desk, desk
from auditblanc.assessments.forms.freeze import FreezeForm
from auditblanc.assessments.reads.copies import copies as copies_of
from auditblanc.assessments.reads.copies import dated
from auditblanc.assessments.writes.freeze import freeze
from auditblanc.assessments.writes.stamp import Stamp
from auditblanc.domain.trend import trend

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_safe
def copies(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    return _page(request, desk(request, organisation, key), FreezeForm())


@require_POST
def freeze_copy(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    row = assessment(request, organisation, key)
    form = FreezeForm(request.POST)
    if not form.is_valid():
        return _page(request, desk(request, organisation, key), form, status=422)
    made = freeze(row, form.cleaned_data["name"], Stamp(by=request.user, at=timezone.now()))
    messages.success(request, f"La copie « {made.name} » est figée. Vous pouvez continuer à travailler.")
    return HttpResponseRedirect(reverse("assessments:copies", args=[organisation, key]), status=303)


def _page(request: HttpRequest, here: Desk, form: FreezeForm, status: int = 200) -> HttpResponse:
    found = copies_of(here.assessment)
    points = trend(here.catalogue, dated(found, here.catalogue))
    context = {"desk": here, "form": form, "copies": tuple(zip(found, points, strict=True))}
    return render(request, "assessments/copies.html", context, status=status)
