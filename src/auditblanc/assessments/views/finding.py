"""One gap of a real audit: what the certifier wrote, then cause, plan, proof; sent, lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from auditblanc.assessments import access
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import laid_out
from auditblanc.assessments.forms.finding import FindingForm, initial_of
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes import findings as writes
from auditblanc.domain.finding_deadline import standing

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.domain.finding import AuditFinding

_STALE = "Cet écart vient d’être modifié ailleurs : rechargez la page pour voir ce qu’il dit, puis refaites votre changement."


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: SignedInRequest, organisation: str, key: str, finding: str) -> HttpResponse:
    row = access.finding(request, organisation, finding)
    here = laid_out(access.assessment(request, organisation, key), Hold.PLAN)
    now = writes.one(row)
    form = FindingForm(
        request.POST or None, now=now, proofs=_proofs(row.organisation_id, now), initial=initial_of(now, row.version)
    )
    if form.is_valid():
        try:
            writes.change(row, form.finding(), stamp(request, form), seen=form.cleaned_data["seen"] or 0)
        except writes.StaleFindingError:
            form.add_error("cause", _STALE)
        else:
            messages.success(request, "Écart enregistré.")
            return see_other("assessments:findings", organisation, key)
    context = {
        "desk": here,
        "form": form,
        "item": now,
        "standing": standing(here.edition.rules.deadlines, now, localdate()),
        "actions": [each for each in here.snapshot.actions if each.finding == now.key],
    }
    return render(request, "assessments/finding.html", context, status=422 if form.is_bound else 200)


@require_POST
def discard_finding(request: SignedInRequest, organisation: str, key: str, finding: str) -> HttpResponse:
    access.assessment(request, organisation, key)
    row, form = access.finding(request, organisation, finding), RequestForm(request.POST)
    if form.is_valid():
        writes.remove(row, stamp(request, form))
    messages.success(request, f"Écart sur l’indicateur {row.indicator} retiré.")
    return see_other("assessments:findings", organisation, key)


def _proofs(organisation: int, now: AuditFinding) -> list[tuple[str, str]]:
    """Those of the indicator, the newest first, and those that are cited already."""
    own = Evidence.objects.filter(organisation=organisation, removed_at=None)
    near = list(own.filter(links__indicator=now.finding.indicator).order_by("-pk").values_list("key", "title"))
    cited = [key for key in now.evidence if key not in dict(near)]
    return near + (
        list(Evidence.objects.filter(organisation=organisation, key__in=cited).values_list("key", "title"))
        if cited
        else []
    )
