"""Proofs of the register chosen for one indicator: the same proof, never a second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from auditblanc.assessments.access import assessment
from auditblanc.assessments.answering import stamp
from auditblanc.assessments.desk import laid_out
from auditblanc.assessments.forms.save import RequestForm
from auditblanc.assessments.models import Evidence
from auditblanc.assessments.reads.register_list import Sort, Wanted, listed
from auditblanc.assessments.reads.snapshot import Hold
from auditblanc.assessments.sheet import sheet
from auditblanc.assessments.ways import see_other
from auditblanc.assessments.writes.evidence import attach
from auditblanc.domain.french import counted

if TYPE_CHECKING:
    from django.http import HttpResponse

    from auditblanc.accounts.http import SignedInRequest
    from auditblanc.assessments.models import Assessment

_NONE = "Cochez au moins une preuve, ou revenez à l’indicateur."


@require_http_methods(["GET", "HEAD", "POST"])
def choose_proofs(request: SignedInRequest, organisation: str, key: str, indicator: int) -> HttpResponse:
    row = assessment(request, organisation, key)
    sheet(row, indicator)
    if request.method != "POST":
        return _page(request, row, indicator)
    form, chosen = RequestForm(request.POST), request.POST.getlist("chosen")
    if not form.is_valid() or not chosen:
        return _page(request, row, indicator, error=_NONE)
    own = Evidence.objects.filter(organisation=row.organisation_id, removed_at=None, key__in=chosen)
    done = attach(tuple(own.order_by("pk")), indicator, stamp(request, form))
    messages.success(request, f"{counted(done, 'preuve rattachée', 'preuves rattachées')} à cet indicateur.")
    return see_other("assessments:indicator", organisation, key, indicator)


def _page(request: SignedInRequest, row: Assessment, indicator: int, error: str = "") -> HttpResponse:
    words, page = request.GET.get("mots", "").strip(), request.GET.get("page", "")[:9]
    wanted = Wanted(
        words=words, without=indicator, sort=Sort.TITLE, page=int(page) if page.isascii() and page.isdigit() else 1
    )
    here = laid_out(row, Hold(0))
    context = {
        "desk": here,
        "indicator": here.edition.indicator(indicator),
        "listed": listed(row.organisation, wanted),
        "words": words,
        "address": reverse("assessments:choose_proofs", args=[row.organisation.key, row.key, indicator]),
        "error": error,
    }
    return render(request, "assessments/choose_proofs.html", context, status=422 if error else 200)
