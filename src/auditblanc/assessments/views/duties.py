"""The library of duties that come back: ticked, they enter the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.answering import stamp
from auditblanc.assessments.applicable import applicable
from auditblanc.assessments.desk import desk
from auditblanc.assessments.forms.duties import DutiesForm
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.actions import plan
from auditblanc.domain.duties import proposed_duties
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def duties(request: SignedInRequest, organisation: str, key: str) -> HttpResponse:
    here = desk(request, organisation, key, Hold.PLAN)
    numbers = {each.indicator for each in applicable(here.snapshot) if each.counts is not False}
    offered = proposed_duties(numbers, here.snapshot.actions)
    form = DutiesForm(request.POST if request.method == "POST" else None, offered)
    if form.is_valid():
        today, owner = localdate(), form.cleaned_data["owner"]
        made = plan(here.organisation.pk, [each.planned(today, owner) for each in form.duties], stamp(request, form))
        messages.success(request, f"{counted(len(made), 'échéance ajoutée', 'échéances ajoutées')} au plan.")
        return see_other("assessments:actions", organisation, key)
    context = {
        "desk": here,
        "form": form,
        "offered": offered,
        "ticked": request.POST.getlist("chosen"),
    }
    return render(request, "assessments/duties.html", context, status=422 if form.is_bound else 200)
